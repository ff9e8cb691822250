import {
  Crown,
  Flag,
  type IconNode,
  Landmark,
  MapPin,
  Megaphone,
  UserRound,
  Warehouse,
} from 'lucide';
import type { ShownKind } from '@/core/model/entity';

/** A shape for each kind, so that colour is never the only difference. */
export const KIND_ICONS: Record<ShownKind, IconNode> = {
  person: UserRound,
  organisation: Landmark,
  group: Megaphone,
  power: Crown,
  state: Flag,
  place: MapPin,
  facility: Warehouse,
};
