/** Campos dos formulários de templates de software. */
export default {
  'template.loading': 'Carregando…',
  'template.open': 'Mostrar todos',
  'template.close': 'Fechar',
  'template.clear': 'Limpar',
  'template.failed': 'Não há o que escolher agora: {{message}}',
  'template.noWorkspace': 'Não há workspace que você possa ver.',
  'template.noCluster': 'Não há cluster que você possa ver.',
  'template.noPoint': 'Não há ponto ao qual voltar.',
  'template.workspaceFirst': 'Escolha primeiro um workspace.',
};
