import { defineEvents } from '@kernagenda/shared/api';
import type { ProcurementEvents } from '@kernagenda/procurement/domain';

const event = defineEvents<ProcurementEvents>();

export const purchaseOpened = event('purchase.opened');
