export default {
  'file.logUnreadable': 'O log não pode ser lido',

  'file.notSigned':
    'O Velero em {{cluster}} não deu a tempo um endereço para {{file}} de {{backup}}.',
  'file.notSigned.hint':
    'Confira se o servidor do Velero está no ar, se ele conhece este backup, e se o local do backup está disponível.',
  'file.noAddress':
    'O Velero assinou algo que não é um endereço http nem https.',
  'file.noLocation': 'O local do backup {{backup}} não existe.',
  'file.locationUnusable':
    'O Velero não consegue usar o local {{location}}{{said}}',

  'file.untrusted': 'O certificado de {{host}} não é confiável ({{code}}).',
  'file.untrusted.hint':
    'Informe a autoridade do bucket como caCert no local, ou como caFile em velero.evidence.storages.',
  'file.caUnreadable':
    'Os certificados do armazenamento não podem ser lidos de {{file}}: {{code}}.',
  'file.caUnreadable.hint': 'Confira o caFile em velero.evidence.storages.',
  'file.unreachable': 'O portal não alcança {{host}}{{said}}.',
  'file.unreachable.hint':
    'Se o local nomeia um host que só o cluster alcança, defina publicUrl no config dele, ou endpoint em velero.evidence.storages do portal.',
  'file.noBucket': '{{host}} não é o endereço de um bucket.',
  'file.redirected':
    '{{host}} redireciona ({{status}}); redirecionamentos não são seguidos.',
  'file.redirected.hint': 'Confira region e s3Url no config do local.',
  'file.refused': '{{host}} recusa entregar o arquivo ({{said}}).',
  'file.refused.hint':
    'Confira os direitos das credenciais com que o Velero assina. Quando elas não podem listar o bucket, um arquivo que falta também é respondido assim.',
  'file.signatureDiffers': '{{host}} recusa entregar o arquivo ({{said}}).',
  'file.signatureDiffers.hint':
    'Algo entre o portal e o bucket muda o cabeçalho Host ou o caminho, que são assinados.',
  'file.clocksDiffer': '{{host}} recusa entregar o arquivo ({{said}}).',
  'file.clocksDiffer.hint':
    'Compare os relógios do cluster e do armazenamento.',
  'file.storageFails': '{{host}} responde {{said}}.',

  'file.missing': 'O arquivo não está no bucket ({{said}}).',
  'file.missing.hint': 'O Velero não o enviou, ou alguém o apagou.',
  'file.slow': '{{file}} não chegou em {{seconds}} segundos.',
  'file.slow.hint':
    'Aumente downloadTimeout em velero.evidence se o caminho até o bucket for mesmo tão lento.',
  'file.othersFirst': 'Outros logs estão sendo baixados; tente de novo.',
  'file.tooLarge': 'O arquivo tem mais de {{bytes}} bytes compactado.',
  'file.tooLarge.hint':
    'Aumente maxCompressedBytes em velero.evidence se o backup for mesmo tão grande.',
  'file.expandsTooFar': 'O arquivo tem mais de {{bytes}} bytes descompactado.',
  'file.expandsTooFar.hint':
    'Aumente maxExpandedBytes em velero.evidence se o backup for mesmo tão grande.',

  'file.notGzip': 'O arquivo não é gzip.',
  'file.notGzip.hint':
    'Talvez outra coisa tenha respondido no lugar do bucket, como a página de entrada de um proxy.',
  'file.damaged': 'O arquivo está danificado.',
  'file.truncated': 'O arquivo termina no meio.',
  'file.notJson': 'O arquivo não é JSON.',
  'file.unusable': 'O arquivo não pode ser usado: é profundo ou longo demais.',
  'file.otherForm':
    'O arquivo não é como o Velero o grava: {{part}} tem outra forma.',
  'file.impossibleName':
    'O arquivo não é como o Velero o grava: há um nome que o Kubernetes não permite.',
  'file.tooMany':
    'O arquivo não é como o Velero o grava: lista demais de {{part}}.',
} as const;
