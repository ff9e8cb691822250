;; The arithmetic of the network on 128-bit vectors. `plain-kernel.ts` does the
;; same in TypeScript, to the last bit: whoever changes one changes both.
;;
;; All pointers are bytes into the memory; `size`, `columns` and `rows` are
;; multiples of eight. Numbers are 32-bit floats unless said otherwise.
(module
  (memory (export "memory") 1)

  ;; For `count` rows of `size`: out = the sum of `each` rows, whose addresses
  ;; stand one after another at `addresses`.
  (func (export "sumRows")
    (param $out i32) (param $addresses i32) (param $each i32)
    (param $count i32) (param $size i32)
    (local $bytes i32) (local $at i32) (local $address i32) (local $last i32)
    (local $from i32) (local $low v128) (local $high v128)
    (local.set $bytes (i32.shl (local.get $size) (i32.const 2)))
    (block $done
      (loop $rows
        (br_if $done (i32.eqz (local.get $count)))
        (local.set $last
          (i32.add (local.get $addresses) (i32.shl (local.get $each) (i32.const 2))))
        (local.set $at (i32.const 0))
        (loop $columns
          (local.set $address (local.get $addresses))
          (local.set $low (v128.const f32x4 0 0 0 0))
          (local.set $high (v128.const f32x4 0 0 0 0))
          (loop $terms
            (local.set $from
              (i32.add (i32.load (local.get $address)) (local.get $at)))
            (local.set $low
              (f32x4.add (local.get $low) (v128.load (local.get $from))))
            (local.set $high
              (f32x4.add (local.get $high) (v128.load offset=16 (local.get $from))))
            (local.set $address (i32.add (local.get $address) (i32.const 4)))
            (br_if $terms (i32.lt_u (local.get $address) (local.get $last))))
          (v128.store (i32.add (local.get $out) (local.get $at)) (local.get $low))
          (v128.store offset=16
            (i32.add (local.get $out) (local.get $at)) (local.get $high))
          (local.set $at (i32.add (local.get $at) (i32.const 32)))
          (br_if $columns (i32.lt_u (local.get $at) (local.get $bytes))))
        (local.set $out (i32.add (local.get $out) (local.get $bytes)))
        (local.set $addresses (local.get $last))
        (local.set $count (i32.sub (local.get $count) (i32.const 1)))
        (br $rows))))

  ;; Each channel's own filter along `count` rows: out = bias + Σ depth[tap] ·
  ;; the row `step` bytes further for each tap. `from` is where the first tap of
  ;; the first row stands.
  (func (export "filter")
    (param $out i32) (param $from i32) (param $step i32) (param $width i32)
    (param $depth i32) (param $bias i32) (param $count i32) (param $size i32)
    (local $bytes i32) (local $at i32) (local $row i32) (local $weight i32)
    (local $tap i32) (local $low v128) (local $high v128)
    (local.set $bytes (i32.shl (local.get $size) (i32.const 2)))
    (block $done
      (loop $rows
        (br_if $done (i32.eqz (local.get $count)))
        (local.set $at (i32.const 0))
        (loop $channels
          (local.set $low
            (v128.load (i32.add (local.get $bias) (local.get $at))))
          (local.set $high
            (v128.load offset=16 (i32.add (local.get $bias) (local.get $at))))
          (local.set $row (i32.add (local.get $from) (local.get $at)))
          (local.set $weight (i32.add (local.get $depth) (local.get $at)))
          (local.set $tap (local.get $width))
          (loop $taps
            (local.set $low
              (f32x4.add (local.get $low)
                (f32x4.mul
                  (v128.load (local.get $row)) (v128.load (local.get $weight)))))
            (local.set $high
              (f32x4.add (local.get $high)
                (f32x4.mul
                  (v128.load offset=16 (local.get $row))
                  (v128.load offset=16 (local.get $weight)))))
            (local.set $row (i32.add (local.get $row) (local.get $step)))
            (local.set $weight (i32.add (local.get $weight) (local.get $bytes)))
            (br_if $taps
              (local.tee $tap (i32.sub (local.get $tap) (i32.const 1)))))
          (v128.store (i32.add (local.get $out) (local.get $at)) (local.get $low))
          (v128.store offset=16
            (i32.add (local.get $out) (local.get $at)) (local.get $high))
          (local.set $at (i32.add (local.get $at) (i32.const 32)))
          (br_if $channels (i32.lt_u (local.get $at) (local.get $bytes))))
        (local.set $out (i32.add (local.get $out) (local.get $bytes)))
        (local.set $from (i32.add (local.get $from) (local.get $bytes)))
        (local.set $count (i32.sub (local.get $count) (i32.const 1)))
        (br $rows))))

  (func $addLanes (param $lanes v128) (result f32)
    (f32.add
      (f32.add
        (f32x4.extract_lane 0 (local.get $lanes))
        (f32x4.extract_lane 1 (local.get $lanes)))
      (f32.add
        (f32x4.extract_lane 2 (local.get $lanes))
        (f32x4.extract_lane 3 (local.get $lanes)))))

  ;; Layer normalisation of `count` rows in place; what is less than `least`
  ;; becomes `least`.
  (func (export "normalise")
    (param $rows i32) (param $count i32) (param $size i32)
    (param $scale i32) (param $shift i32) (param $least f32)
    (local $bytes i32) (local $at i32) (local $sum v128) (local $mean v128)
    (local $off v128) (local $unit v128)
    (local.set $bytes (i32.shl (local.get $size) (i32.const 2)))
    (block $done
      (loop $each
        (br_if $done (i32.eqz (local.get $count)))
        (local.set $sum (v128.const f32x4 0 0 0 0))
        (local.set $at (i32.const 0))
        (loop $adding
          (local.set $sum
            (f32x4.add (local.get $sum)
              (v128.load (i32.add (local.get $rows) (local.get $at)))))
          (local.set $at (i32.add (local.get $at) (i32.const 16)))
          (br_if $adding (i32.lt_u (local.get $at) (local.get $bytes))))
        (local.set $mean
          (f32x4.splat
            (f32.div
              (call $addLanes (local.get $sum))
              (f32.convert_i32_u (local.get $size)))))
        (local.set $sum (v128.const f32x4 0 0 0 0))
        (local.set $at (i32.const 0))
        (loop $squaring
          (local.set $off
            (f32x4.sub
              (v128.load (i32.add (local.get $rows) (local.get $at)))
              (local.get $mean)))
          (local.set $sum
            (f32x4.add (local.get $sum)
              (f32x4.mul (local.get $off) (local.get $off))))
          (local.set $at (i32.add (local.get $at) (i32.const 16)))
          (br_if $squaring (i32.lt_u (local.get $at) (local.get $bytes))))
        (local.set $unit
          (f32x4.splat
            (f32.div
              (f32.const 1)
              (f32.sqrt
                (f32.add
                  (f32.div
                    (call $addLanes (local.get $sum))
                    (f32.convert_i32_u (local.get $size)))
                  (f32.const 1e-5))))))
        (local.set $at (i32.const 0))
        (loop $writing
          (v128.store
            (i32.add (local.get $rows) (local.get $at))
            (f32x4.max
              (f32x4.add
                (f32x4.mul
                  (f32x4.mul
                    (f32x4.sub
                      (v128.load (i32.add (local.get $rows) (local.get $at)))
                      (local.get $mean))
                    (local.get $unit))
                  (v128.load (i32.add (local.get $scale) (local.get $at))))
                (v128.load (i32.add (local.get $shift) (local.get $at))))
              (f32x4.splat (local.get $least))))
          (local.set $at (i32.add (local.get $at) (i32.const 16)))
          (br_if $writing (i32.lt_u (local.get $at) (local.get $bytes))))
        (local.set $rows (i32.add (local.get $rows) (local.get $bytes)))
        (local.set $count (i32.sub (local.get $count) (i32.const 1)))
        (br $each))))

  ;; Writes `count` rows as 16-bit integers, and at `units` what one is worth in
  ;; each: the largest number of a row becomes 32767.
  (func (export "quantise")
    (param $rows i32) (param $count i32) (param $size i32)
    (param $out i32) (param $units i32)
    (local $bytes i32) (local $at i32) (local $end i32) (local $most v128) (local $top f32)
    (local $times v128)
    (local.set $bytes (i32.shl (local.get $size) (i32.const 2)))
    (block $done
      (loop $each
        (br_if $done (i32.eqz (local.get $count)))
        (local.set $end (i32.add (local.get $rows) (local.get $bytes)))
        (local.set $most (v128.const f32x4 0 0 0 0))
        (local.set $at (local.get $rows))
        (loop $seeking
          (local.set $most
            (f32x4.pmax (local.get $most) (f32x4.abs (v128.load (local.get $at)))))
          (local.set $at (i32.add (local.get $at) (i32.const 16)))
          (br_if $seeking (i32.lt_u (local.get $at) (local.get $end))))
        (local.set $top
          (f32.max
            (f32.max
              (f32x4.extract_lane 0 (local.get $most))
              (f32x4.extract_lane 1 (local.get $most)))
            (f32.max
              (f32x4.extract_lane 2 (local.get $most))
              (f32x4.extract_lane 3 (local.get $most)))))
        (f32.store (local.get $units) (f32.div (local.get $top) (f32.const 32767)))
        ;; A row of nothing stays nothing.
        (local.set $times
          (f32x4.splat
            (select
              (f32.div (f32.const 32767) (local.get $top))
              (f32.const 0)
              (f32.gt (local.get $top) (f32.const 1e-30)))))
        (local.set $at (local.get $rows))
        (loop $writing
          (v128.store
            (local.get $out)
            (i16x8.narrow_i32x4_s
              (i32x4.trunc_sat_f32x4_s
                (f32x4.nearest
                  (f32x4.mul (v128.load (local.get $at)) (local.get $times))))
              (i32x4.trunc_sat_f32x4_s
                (f32x4.nearest
                  (f32x4.mul (v128.load offset=16 (local.get $at)) (local.get $times))))))
          (local.set $out (i32.add (local.get $out) (i32.const 16)))
          (local.set $at (i32.add (local.get $at) (i32.const 32)))
          (br_if $writing (i32.lt_u (local.get $at) (local.get $end))))
        (local.set $rows (local.get $end))
        (local.set $units (i32.add (local.get $units) (i32.const 4)))
        (local.set $count (i32.sub (local.get $count) (i32.const 1)))
        (br $each))))

  ;; sums · unit · worth + bias, for four outputs; stored, or when `adds`, what is
  ;; positive of it added to what stands there.
  (func $finish
    (param $out i32) (param $sums v128) (param $units i32)
    (param $worth v128) (param $bias v128) (param $adds i32)
    (local $value v128)
    (local.set $value
      (f32x4.add
        (f32x4.mul
          (f32x4.mul
            (f32x4.convert_i32x4_s (local.get $sums))
            (v128.load32_splat (local.get $units)))
          (local.get $worth))
        (local.get $bias)))
    (if (local.get $adds)
      (then
        (local.set $value
          (f32x4.add
            (v128.load (local.get $out))
            (f32x4.max (local.get $value) (v128.const f32x4 0 0 0 0))))))
    (v128.store (local.get $out) (local.get $value)))

  ;; out = weights · input for `count` rows of 16-bit integers, a multiple of
  ;; four; `weights` as `placeDense` lays them out: for eight outputs at a time,
  ;; two inputs of four outputs in each vector. Eight outputs of four rows are
  ;; summed at once.
  (func (export "multiply")
    (param $out i32) (param $input i32) (param $units i32) (param $count i32)
    (param $columns i32) (param $weights i32) (param $worth i32) (param $bias i32)
    (param $rows i32) (param $adds i32)
    (local $inBytes i32) (local $outBytes i32) (local $groupBytes i32)
    (local $row i32) (local $left i32) (local $to i32) (local $unit i32)
    (local $a i32) (local $b i32) (local $c i32) (local $d i32)
    (local $w i32) (local $end i32)
    (local $w0 v128) (local $w1 v128) (local $x v128)
    (local $a0 v128) (local $a1 v128) (local $b0 v128) (local $b1 v128)
    (local $c0 v128) (local $c1 v128) (local $d0 v128) (local $d1 v128)
    (local.set $inBytes (i32.shl (local.get $columns) (i32.const 1)))
    (local.set $outBytes (i32.shl (local.get $rows) (i32.const 2)))
    (local.set $groupBytes (i32.shl (local.get $columns) (i32.const 4)))
    (loop $groups
      (local.set $end (i32.add (local.get $weights) (local.get $groupBytes)))
      (local.set $left (local.get $count))
      (local.set $a (local.get $input))
      (local.set $to (i32.add (local.get $out) (i32.shl (local.get $row) (i32.const 2))))
      (local.set $unit (local.get $units))
      (block $next
        (loop $tokens
          (br_if $next (i32.le_s (local.get $left) (i32.const 0)))
          (local.set $b (i32.add (local.get $a) (local.get $inBytes)))
          (local.set $c (i32.add (local.get $b) (local.get $inBytes)))
          (local.set $d (i32.add (local.get $c) (local.get $inBytes)))
          (local.set $w (local.get $weights))
          (local.set $a0 (v128.const i32x4 0 0 0 0))
          (local.set $a1 (v128.const i32x4 0 0 0 0))
          (local.set $b0 (v128.const i32x4 0 0 0 0))
          (local.set $b1 (v128.const i32x4 0 0 0 0))
          (local.set $c0 (v128.const i32x4 0 0 0 0))
          (local.set $c1 (v128.const i32x4 0 0 0 0))
          (local.set $d0 (v128.const i32x4 0 0 0 0))
          (local.set $d1 (v128.const i32x4 0 0 0 0))
          (loop $pairs
            (local.set $w0 (v128.load (local.get $w)))
            (local.set $w1 (v128.load offset=16 (local.get $w)))
            (local.set $x (v128.load32_splat (local.get $a)))
            (local.set $a0 (i32x4.add (local.get $a0) (i32x4.dot_i16x8_s (local.get $x) (local.get $w0))))
            (local.set $a1 (i32x4.add (local.get $a1) (i32x4.dot_i16x8_s (local.get $x) (local.get $w1))))
            (local.set $x (v128.load32_splat (local.get $b)))
            (local.set $b0 (i32x4.add (local.get $b0) (i32x4.dot_i16x8_s (local.get $x) (local.get $w0))))
            (local.set $b1 (i32x4.add (local.get $b1) (i32x4.dot_i16x8_s (local.get $x) (local.get $w1))))
            (local.set $x (v128.load32_splat (local.get $c)))
            (local.set $c0 (i32x4.add (local.get $c0) (i32x4.dot_i16x8_s (local.get $x) (local.get $w0))))
            (local.set $c1 (i32x4.add (local.get $c1) (i32x4.dot_i16x8_s (local.get $x) (local.get $w1))))
            (local.set $x (v128.load32_splat (local.get $d)))
            (local.set $d0 (i32x4.add (local.get $d0) (i32x4.dot_i16x8_s (local.get $x) (local.get $w0))))
            (local.set $d1 (i32x4.add (local.get $d1) (i32x4.dot_i16x8_s (local.get $x) (local.get $w1))))
            ;; The next two inputs.
            (local.set $w0 (v128.load offset=32 (local.get $w)))
            (local.set $w1 (v128.load offset=48 (local.get $w)))
            (local.set $x (v128.load32_splat offset=4 (local.get $a)))
            (local.set $a0 (i32x4.add (local.get $a0) (i32x4.dot_i16x8_s (local.get $x) (local.get $w0))))
            (local.set $a1 (i32x4.add (local.get $a1) (i32x4.dot_i16x8_s (local.get $x) (local.get $w1))))
            (local.set $x (v128.load32_splat offset=4 (local.get $b)))
            (local.set $b0 (i32x4.add (local.get $b0) (i32x4.dot_i16x8_s (local.get $x) (local.get $w0))))
            (local.set $b1 (i32x4.add (local.get $b1) (i32x4.dot_i16x8_s (local.get $x) (local.get $w1))))
            (local.set $x (v128.load32_splat offset=4 (local.get $c)))
            (local.set $c0 (i32x4.add (local.get $c0) (i32x4.dot_i16x8_s (local.get $x) (local.get $w0))))
            (local.set $c1 (i32x4.add (local.get $c1) (i32x4.dot_i16x8_s (local.get $x) (local.get $w1))))
            (local.set $x (v128.load32_splat offset=4 (local.get $d)))
            (local.set $d0 (i32x4.add (local.get $d0) (i32x4.dot_i16x8_s (local.get $x) (local.get $w0))))
            (local.set $d1 (i32x4.add (local.get $d1) (i32x4.dot_i16x8_s (local.get $x) (local.get $w1))))
            (local.set $a (i32.add (local.get $a) (i32.const 8)))
            (local.set $b (i32.add (local.get $b) (i32.const 8)))
            (local.set $c (i32.add (local.get $c) (i32.const 8)))
            (local.set $d (i32.add (local.get $d) (i32.const 8)))
            (br_if $pairs
              (i32.lt_u
                (local.tee $w (i32.add (local.get $w) (i32.const 64)))
                (local.get $end))))
          (local.set $w0 (v128.load (local.get $worth)))
          (local.set $x (v128.load (local.get $bias)))
          (call $finish (local.get $to) (local.get $a0) (local.get $unit) (local.get $w0) (local.get $x) (local.get $adds))
          (local.set $w1 (v128.load offset=16 (local.get $worth)))
          (call $finish (i32.add (local.get $to) (i32.const 16)) (local.get $a1) (local.get $unit) (local.get $w1) (v128.load offset=16 (local.get $bias)) (local.get $adds))
          (local.set $to (i32.add (local.get $to) (local.get $outBytes)))
          (local.set $unit (i32.add (local.get $unit) (i32.const 4)))
          (call $finish (local.get $to) (local.get $b0) (local.get $unit) (local.get $w0) (local.get $x) (local.get $adds))
          (call $finish (i32.add (local.get $to) (i32.const 16)) (local.get $b1) (local.get $unit) (local.get $w1) (v128.load offset=16 (local.get $bias)) (local.get $adds))
          (local.set $to (i32.add (local.get $to) (local.get $outBytes)))
          (local.set $unit (i32.add (local.get $unit) (i32.const 4)))
          (call $finish (local.get $to) (local.get $c0) (local.get $unit) (local.get $w0) (local.get $x) (local.get $adds))
          (call $finish (i32.add (local.get $to) (i32.const 16)) (local.get $c1) (local.get $unit) (local.get $w1) (v128.load offset=16 (local.get $bias)) (local.get $adds))
          (local.set $to (i32.add (local.get $to) (local.get $outBytes)))
          (local.set $unit (i32.add (local.get $unit) (i32.const 4)))
          (call $finish (local.get $to) (local.get $d0) (local.get $unit) (local.get $w0) (local.get $x) (local.get $adds))
          (call $finish (i32.add (local.get $to) (i32.const 16)) (local.get $d1) (local.get $unit) (local.get $w1) (v128.load offset=16 (local.get $bias)) (local.get $adds))
          (local.set $to (i32.add (local.get $to) (local.get $outBytes)))
          (local.set $unit (i32.add (local.get $unit) (i32.const 4)))
          ;; Behind the last of the four rows the next begins.
          (local.set $a (local.get $d))
          (local.set $left (i32.sub (local.get $left) (i32.const 4)))
          (br $tokens)))
      (local.set $weights (local.get $end))
      (local.set $worth (i32.add (local.get $worth) (i32.const 32)))
      (local.set $bias (i32.add (local.get $bias) (i32.const 32)))
      (br_if $groups
        (i32.lt_u
          (local.tee $row (i32.add (local.get $row) (i32.const 8)))
          (local.get $rows))))))
