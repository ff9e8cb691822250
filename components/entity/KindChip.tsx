import type { ShownKind } from '@/core/model/entity';
import { Icon } from '../icon/Icon';
import { useMarginWords } from '../translation/translation-context';
import { KIND_ICONS } from './kind-icons';

export function KindChip({ kind }: { kind: ShownKind }) {
  const { t } = useMarginWords();
  return (
    <span class={`hw-kind hw-kind-${kind}`}>
      <Icon node={KIND_ICONS[kind]} size={14} />
      {t(`kind.${kind}`)}
    </span>
  );
}
