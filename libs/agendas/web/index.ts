export {
  AgendasClient,
  agendaComparisonResource,
  agendaContentResource,
  agendaResource,
  agendaVersionResource,
} from './agendas-client';
