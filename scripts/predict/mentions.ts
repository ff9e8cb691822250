import { mentionTypeOf } from '@/core/model/entity';
import { jsonRows, stringField } from './predictor';
import { loadRecogniser } from './recogniser';

const recogniser = loadRecogniser();

/** `{"id","text","title"?}` → the mentions of actors and places in `text`. */
export const predictor = jsonRows((row) => {
  const text = stringField(row, 'text');
  const title = typeof row.title === 'string' ? row.title : undefined;
  const before = performance.now();
  const { lang, mentions, entities } = recogniser.recognise(
    text,
    title === undefined ? {} : { title },
  );
  const ms = Math.round((performance.now() - before) * 100) / 100;
  const named = new Map(entities.map((entity) => [entity.id, entity]));
  return {
    lang,
    ms,
    mentions: mentions.map(({ start, end, surface, kind, acts, entityId }) => {
      const names = named.get(entityId)?.names;
      return {
        start,
        end,
        type: mentionTypeOf(kind),
        kind,
        ...(acts === true && { acts }),
        surface,
        entity: entityId,
        name: names?.ar ?? names?.en ?? surface,
      };
    }),
  };
});
