/**
 * Places as GeoJSON (RFC 7946): one feature for each place that was found in the
 * articles, with how often, and the notes that name it. A place whose position
 * is not known has no geometry, as the format allows.
 */
import type { Article } from '../model/article';
import { type Entity, mentionTypeOf } from '../model/entity';
import type { Note } from '../model/note';
import { indexData, nameOf } from './data-index';
import type { ExportData } from './export-data';
import { type ExportOptions, inPieces, type Writing } from './export-format';
import { createNameFinder } from './named-in';
import { isoTime } from './times';
import { encodedAddress } from './web-address';

interface FoundPlace {
  entity: Entity;
  mentions: number;
  articles: number;
  notes: object[];
}

export function writeGeojson(data: ExportData, options: ExportOptions): Writing {
  return inPieces(data.articles.length, function* () {
    yield '{\n  "type": "FeatureCollection",\n  "features": [';
    let mark = '\n';
    for (const place of collectPlaces(data)) {
      yield `${mark}    ${JSON.stringify(featureOf(place, options))}`;
      mark = ',\n';
    }
    yield mark === '\n' ? ']\n}\n' : '\n  ]\n}\n';
  });
}

/** Most mentioned first. */
function collectPlaces(data: ExportData): FoundPlace[] {
  const index = indexData(data);
  const namedIn = createNameFinder();
  const places = new Map<string, FoundPlace>();
  const articles = data.scope === 'everything' ? data.articles : index.articles;
  for (const article of articles) {
    const found = index
      .namesOf(article)
      .filter(({ entity }) => mentionTypeOf(entity.kind) === 'LOC');
    for (const { entity, count } of found) {
      const place = places.get(entity.id) ?? {
        entity,
        mentions: 0,
        articles: 0,
        notes: [],
      };
      place.mentions += count;
      place.articles++;
      places.set(entity.id, place);
    }
    const entities = found.map(({ entity }) => entity);
    for (const note of index.notesOf(article)) {
      for (const { id } of namedIn(note, entities)) {
        places.get(id)?.notes.push(noteOf(note, article));
      }
    }
  }
  return [...places.values()].sort((a, b) => b.mentions - a.mentions);
}

function noteOf(note: Note, article: Article): object {
  return {
    id: note.id,
    ...(note.target.type === 'passage' && { quote: note.target.selector.exact }),
    note: note.body,
    tags: note.tags,
    created: isoTime(note.createdAt),
    article: article.title,
    url: encodedAddress(article.url) ?? '',
  };
}

function featureOf(
  { entity, mentions, articles, notes }: FoundPlace,
  { lang, positionOf }: ExportOptions,
): object {
  const { id, kind, names, country, wikidata } = entity;
  const position = positionOf?.(id) ?? null;
  return {
    type: 'Feature',
    id,
    geometry: position === null ? null : { type: 'Point', coordinates: position },
    properties: {
      name: nameOf(entity, lang),
      ...(names.ar !== undefined && { 'name:ar': names.ar }),
      ...(names.en !== undefined && { 'name:en': names.en }),
      kind,
      ...(country !== undefined && { country }),
      ...(wikidata !== undefined && { wikidata }),
      mentions,
      articles,
      notes,
    },
  };
}
