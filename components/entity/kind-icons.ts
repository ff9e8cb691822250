import {
  Flag,
  type IconNode,
  Landmark,
  MapPin,
  Megaphone,
  UserRound,
  Warehouse,
} from 'lucide';
import type { EntityKind } from '@/core/model/entity';

/** A shape for each kind, so that colour is never the only difference. */
export const KIND_ICONS: Record<EntityKind, IconNode> = {
  person: UserRound,
  organisation: Landmark,
  group: Megaphone,
  state: Flag,
  place: MapPin,
  facility: Warehouse,
};
