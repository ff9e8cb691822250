/**
 * Where the actors and places stand that were met together with another, which is in
 * the middle: those that are often together near one another, and no name on another.
 * The same for the same input.
 */
import {
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from 'd3-force';
import { type Box, cover } from '../panel/place-labels';

/** Pixels, as all here. */
export interface Size {
  width: number;
  height: number;
}

export interface Companion {
  radius: number;
  /** Of its name, which stands centred below the circle. */
  nameWidth: number;
}

export interface PlacedCompanion extends Companion {
  x: number;
  y: number;
  /** Whether its name has room. */
  isNamed: boolean;
}

export interface CompanionLink {
  from: number;
  to: number;
  articles: number;
}

interface Body extends SimulationNodeDatum, Companion {
  x: number;
  y: number;
  /** What it and its name cover: to each side, above and below. */
  half: number;
  above: number;
  below: number;
}

/** The height of a name with the room around it. */
export const NAME_LINE = 18;
/** Between a circle with its name and another. */
const GAP = 3;
/** Steps of the simulation, after which it is at rest: a thousandth of its warmth is left. */
const TICKS = 200;
const COOLING = 1 - 0.001 ** (1 / TICKS);
const PUSHES = 600;
/** So much may lie on one another: it would never end by halves. */
const SLACK = 0.5;
/** The golden angle, in radians: nobody starts where another does. */
const TURN = Math.PI * (3 - Math.sqrt(5));
/** Of its way to the edge, so far at most is what was drawn pulled apart. */
const WIDEST = 3;

/** `companions`: the one in the middle first; the links are among all of these. */
export function arrangeCompany(
  companions: readonly Companion[],
  links: readonly CompanionLink[],
  size: Size,
): PlacedCompanion[] {
  const bodies = companions.map((one, at) => startOf(one, at, size));
  simulate(bodies, links, size);
  spread(bodies, size);
  pushApart(bodies, size);
  const named = findNamed(bodies, size);
  return bodies.map(({ x, y, radius, nameWidth }, at) => ({
    ...{ x, y, radius, nameWidth, isNamed: named.has(at) },
  }));
}

function startOf(companion: Companion, at: number, { width, height }: Size): Body {
  const [x, y] = [width / 2, height / 2];
  const { radius, nameWidth } = companion;
  const covered = {
    ...companion,
    half: Math.max(radius, nameWidth / 2) + GAP,
    ...{ above: radius + GAP, below: radius + NAME_LINE + GAP },
  };
  if (at === 0) return { ...covered, x, y, fx: x, fy: y };
  const distance = 0.12 * Math.sqrt(at);
  return {
    ...covered,
    x: x + distance * width * Math.cos(at * TURN),
    y: y + distance * height * Math.sin(at * TURN),
  };
}

/** Those that are often together draw near one another; all others keep away. */
function simulate(bodies: Body[], links: readonly CompanionLink[], size: Size): void {
  // All are drawn to the middle; what tells groups apart is who of the others is with whom.
  const among = links.filter(({ from, to }) => from !== 0 && to !== 0 && from !== to);
  const most = Math.max(1, ...among.map(({ articles }) => articles));
  const springs = among.map(({ from, to, articles }) => ({
    ...{ source: from, target: to },
    pull: 0.8 * (articles / most),
  }));
  const { width, height } = size;
  forceSimulation(bodies)
    .alphaDecay(COOLING)
    .force(
      'link',
      forceLink<Body, SimulationLinkDatum<Body> & { pull: number }>(springs)
        .distance(Math.min(width, height) / 8)
        .strength(({ pull }) => pull),
    )
    .force('charge', forceManyBody().strength(-300))
    .force('x', forceX<Body>(width / 2).strength(0.06))
    .force('y', forceY<Body>(height / 2).strength((0.06 * width) / Math.max(1, height)))
    .force('apart', (alpha) => void pushOnce(bodies, 1 - alpha, false))
    .stop()
    .tick(TICKS);
}

/** Fills the room, so that what is near can be told apart. */
function spread(bodies: Body[], size: Size): void {
  for (const axis of ['x', 'y'] as const) {
    const middle = (axis === 'x' ? size.width : size.height) / 2;
    const factors = bodies.flatMap((body) => {
      const [low, high] = limitsOf(body, size)[axis];
      const away = body[axis] - middle;
      if (Math.abs(away) < 1) return [];
      return [Math.max(0, away > 0 ? high - middle : middle - low) / Math.abs(away)];
    });
    const factor = Math.min(WIDEST, ...factors);
    for (const body of bodies) body[axis] = middle + (body[axis] - middle) * factor;
  }
}

/** Where a body may be, so that it and its name are within the picture. */
function limitsOf({ half, above, below }: Body, { width, height }: Size) {
  return {
    x: [Math.min(half, width / 2), Math.max(width - half, width / 2)],
    y: [Math.min(above, height / 2), Math.max(height - below, height / 2)],
  } as const;
}

/** Circles with their names, until none is on another or there is no room for that. The one in the middle stays. */
function pushApart(bodies: readonly Body[], size: Size): void {
  for (let round = 0; round < PUSHES; round++) {
    // The longer way, now and then: at an edge there may be no shorter one.
    const isMoved = pushOnce(bodies, 1, round % 4 === 3);
    for (const body of bodies.slice(1)) keepWithin(body, size);
    if (!isMoved) return;
  }
}

/** Each pair by a share of what covers one another; whether any did. */
function pushOnce(bodies: readonly Body[], share: number, isLonger: boolean): boolean {
  let isMoved = false;
  for (let at = 0; at < bodies.length; at++) {
    const one = bodies[at];
    for (let after = at + 1; after < bodies.length; after++) {
      const other = bodies[after];
      if (!one || !other) continue;
      const [dx, dy] = [other.x - one.x, other.y - one.y];
      const across = one.half + other.half - Math.abs(dx);
      const down = dy < 0 ? one.above + other.below + dy : one.below + other.above - dy;
      if (across <= SLACK || down <= SLACK) continue;
      isMoved = true;
      const axis = across < down !== isLonger ? 'x' : 'y';
      const far = share * (axis === 'x' ? across : down);
      const way = (axis === 'x' ? dx : dy) < 0 ? -far : far;
      other[axis] += at === 0 ? way : way / 2;
      if (at > 0) one[axis] -= way / 2;
    }
  }
  return isMoved;
}

function keepWithin(body: Body, size: Size): void {
  for (const axis of ['x', 'y'] as const) {
    const [low, high] = limitsOf(body, size)[axis];
    body[axis] = Math.max(low, Math.min(high, body[axis]));
  }
}

/** Whose names can be written without covering another or a circle: the first has the first choice. */
function findNamed(bodies: readonly Body[], { width, height }: Size): Set<number> {
  const circles = bodies.map(({ x, y, radius }) => ({
    ...{ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius },
  }));
  const taken: Box[] = [];
  const named = new Set<number>();
  for (const [at, body] of bodies.entries()) {
    const box = nameBoxOf(body);
    const isWithin =
      box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= height;
    const isFree =
      !taken.some((other) => cover(box, other)) &&
      !circles.some((circle, of) => of !== at && cover(box, circle));
    if (!isWithin || !isFree) continue;
    taken.push(box);
    named.add(at);
  }
  return named;
}

/** Of a body's name. */
export function nameBoxOf({
  x,
  y,
  radius,
  nameWidth,
}: Omit<PlacedCompanion, 'isNamed'>): Box {
  return {
    ...{ left: x - nameWidth / 2, right: x + nameWidth / 2 },
    ...{ top: y + radius, bottom: y + radius + NAME_LINE },
  };
}

/** Of each its strongest links only: all of them would be a tangle. */
export function strongestLinks<Link extends CompanionLink>(
  links: readonly Link[],
  each: number,
): Link[] {
  const counts = new Map<number, number>();
  return links
    .toSorted((a, b) => b.articles - a.articles || a.from - b.from || a.to - b.to)
    .filter(({ from, to }) => {
      const [ofFrom, ofTo] = [counts.get(from) ?? 0, counts.get(to) ?? 0];
      if (ofFrom >= each && ofTo >= each) return false;
      counts.set(from, ofFrom + 1);
      counts.set(to, ofTo + 1);
      return true;
    });
}
