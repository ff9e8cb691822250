import { useMemo, useRef, useState } from 'preact/hooks';
import type { Entity } from '@/core/model/entity';
import { nameIn } from '../entity/entity-names';
import { KIND_ICONS } from '../entity/kind-icons';
import { Icon } from '../icon/Icon';
import { useReviewWords } from '../translation/translation-context';
import { type Company, entityAddress } from './about-view';
import { nameBoxOf } from './arrange-company';
import { type DrawnCompany, drawCompany } from './draw-company';
import { NAME_SIZE } from './fit-name';
import { useWidth } from './use-width';

interface Props {
  /** In the middle. */
  entity: Entity;
  company: Company;
  /** The place in the company of the one that is pointed at, here or in the list. */
  lit: number | null;
  onLight: (at: number | null) => void;
}

/** Who and what was met together with another: larger, and by a thicker line, the more often. */
export function CompanyPicture({ entity, company, lit, onLight }: Props) {
  const { t, lang } = useReviewWords();
  const space = useRef<HTMLDivElement>(null);
  const width = useWidth(space);
  const drawn = useMemo(
    () => drawCompany(entity, company, width, lang),
    [entity, company, width, lang],
  );
  const near = nearOf(drawn, lit);
  const name = nameIn(entity, lang);
  return (
    <figure class="hw-company-figure">
      <div ref={space}>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand in a picture. */}
        <svg
          class={
            lit === null ? 'hw-company-picture' : 'hw-company-picture hw-company-lit'
          }
          role="group"
          aria-label={t('about.network', {
            name: `\u2068${name.words}\u2069`,
            count: drawn.nodes.length - 1,
          })}
          width={drawn.width}
          height={drawn.height}
          viewBox={`0 0 ${drawn.width} ${drawn.height}`}
        >
          <Lines drawn={drawn} lit={lit} />
          <Nodes drawn={drawn} lit={lit} near={near} onLight={onLight} />
          <Names drawn={drawn} lit={lit} near={near} />
        </svg>
      </div>
      <figcaption class="hw-soft" aria-hidden="true">
        <Caption drawn={drawn} lit={lit} near={near} />
      </figcaption>
    </figure>
  );
}

/** Those that were met together with the one that is pointed at, and itself; all when there is none. */
function nearOf({ links, nodes }: DrawnCompany, lit: number | null): ReadonlySet<number> {
  if (lit === null) return new Set(nodes.keys());
  const at = lit + 1;
  return new Set([
    ...[0, at],
    ...links.flatMap(({ from, to }) => (from === at ? [to] : to === at ? [from] : [])),
  ]);
}

function Lines({ drawn, lit }: { drawn: DrawnCompany; lit: number | null }) {
  return (
    <g class="hw-company-lines">
      {drawn.links.map(({ from, to, thickness }) => {
        const [one, other] = [drawn.nodes[from], drawn.nodes[to]];
        const isOff = lit !== null && from !== lit + 1 && to !== lit + 1;
        return (
          <line
            key={`${from}-${to}`}
            class={isOff ? 'hw-off' : from === 0 ? 'hw-company-spoke' : undefined}
            {...{ x1: one?.x, y1: one?.y, x2: other?.x, y2: other?.y }}
            stroke-width={thickness}
          />
        );
      })}
    </g>
  );
}

interface NodesProps extends Omit<Props, 'entity' | 'company'> {
  drawn: DrawnCompany;
  near: ReadonlySet<number>;
}

/** Links with one stop for Tab, walked by arrow keys in the order of the list. */
function Nodes({ drawn, lit, near, onLight }: NodesProps) {
  const { t } = useReviewWords();
  const [stop, setStop] = useState(1);
  const room = useRef<SVGGElement>(null);
  const [middle, ...others] = drawn.nodes;
  const current = Math.min(stop, others.length);
  const asked = middle ? `\u2068${middle.whole}\u2069` : '';

  function onKeyDown(event: KeyboardEvent) {
    const to = stepTo(event.key, current, others.length);
    if (to === null) return;
    event.preventDefault();
    room.current?.querySelectorAll('a')[to - 1]?.focus();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the links within.
    <g ref={room} onKeyDown={onKeyDown}>
      {middle && (
        <g class={`hw-company-middle hw-kind-${middle.entity.kind}`}>
          <NodeShape node={middle} />
        </g>
      )}
      {others.map((node, at) => {
        const together = t('about.together', { count: node.articles, name: asked });
        return (
          <a
            key={node.entity.id}
            class={`hw-company-node hw-kind-${node.entity.kind} ${near.has(at + 1) ? '' : 'hw-off'} ${lit === at ? 'hw-on' : ''}`}
            href={entityAddress(node.entity.id)}
            tabindex={at + 1 === current ? 0 : -1}
            aria-label={`\u2068${node.whole}\u2069 – ${together}`}
            onFocus={() => {
              setStop(at + 1);
              onLight(at);
            }}
            onBlur={() => onLight(null)}
            onPointerEnter={() => onLight(at)}
            onPointerLeave={() => onLight(null)}
          >
            <NodeShape node={node} />
          </a>
        );
      })}
    </g>
  );
}

/** From the `at`-th of so many, counted from 1; null for another key. */
function stepTo(key: string, at: number, count: number): number | null {
  if (key === 'Home') return 1;
  if (key === 'End') return count;
  const step = STEPS[key];
  return step === undefined ? null : ((at - 1 + step + count) % count) + 1;
}

const STEPS: Readonly<Record<string, 1 | -1>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
};

/** In a smaller circle a sign could not be told. */
const SMALLEST_WITH_SIGN = 9;

/** The sign of its kind in a circle; what is around it, and its name, can be hit, too. */
function NodeShape({ node }: { node: DrawnCompany['nodes'][number] }) {
  const { entity, x, y, radius } = node;
  const sign = Math.round(radius * 1.15);
  const box = nameBoxOf(node);
  return (
    <>
      <rect
        class="hw-company-target"
        x={Math.min(x - radius, box.left)}
        y={y - radius}
        width={Math.max(2 * radius, box.right - box.left)}
        height={box.bottom - y + radius}
      />
      <circle class="hw-company-circle" cx={x} cy={y} r={radius} />
      {radius >= SMALLEST_WITH_SIGN && (
        <g transform={`translate(${x - sign / 2} ${y - sign / 2})`}>
          <Icon node={KIND_ICONS[entity.kind]} size={sign} />
        </g>
      )}
    </>
  );
}

/** Said by the links themselves, whole. In its own direction each. */
function Names({ drawn, lit, near }: Pick<NodesProps, 'drawn' | 'lit' | 'near'>) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in a picture takes the focus unasked.
    <g class="hw-company-names" aria-hidden="true">
      {drawn.nodes.map(({ entity, isNamed, lang, x, y, radius, name }, at) =>
        isNamed ? (
          <text
            key={entity.id}
            class={near.has(at) ? (lit === at - 1 ? 'hw-on' : '') : 'hw-off'}
            lang={lang}
            direction={lang === 'ar' ? 'rtl' : 'ltr'}
            text-anchor="middle"
            font-size={NAME_SIZE}
            x={x}
            y={y + radius + NAME_SIZE + 1}
          >
            {name}
          </text>
        ) : null,
      )}
    </g>
  );
}

/** In a place of its own: beside the circle it would cover others. */
function Caption({ drawn, lit, near }: Pick<NodesProps, 'drawn' | 'lit' | 'near'>) {
  const { t } = useReviewWords();
  const node = lit === null ? undefined : drawn.nodes[lit + 1];
  if (node === undefined) return <>{t('about.networkHint')}</>;
  const also = drawn.nodes.filter(
    (_, at) => at > 0 && at !== (lit ?? 0) + 1 && near.has(at),
  );
  const names = also.map(({ whole }) => `\u2068${whole}\u2069`);
  return (
    <>
      <strong>
        {t('about.together', { count: node.articles, name: `\u2068${node.whole}\u2069` })}
      </strong>
      {names.length > 0 && (
        <> · {t('about.alsoWith', { names: names.join(t('tally.separator')) })}</>
      )}
    </>
  );
}
