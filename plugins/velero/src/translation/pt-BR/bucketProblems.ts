export default {
  'bucket.noCredentials':
    'O portal não tem credenciais para o bucket {{bucket}}.',
  'bucket.noCredentials.hint':
    'Informe accessKeyId e secretAccessKey em velero.buckets, ou credenciais onde os clientes da AWS as procuram.',
  'bucket.unreachable': 'O portal não alcança o bucket {{bucket}}{{said}}.',
  'bucket.unreachable.hint':
    'Confira endpoint e region em velero.buckets, e o caminho até lá.',
  'bucket.untrusted':
    'O certificado do bucket {{bucket}} não é confiável{{said}}.',
  'bucket.untrusted.hint':
    'Informe a autoridade como caFile em velero.buckets.',
  'bucket.caUnreadable':
    'Os certificados do armazenamento não podem ser lidos de {{file}}: {{code}}.',
  'bucket.caUnreadable.hint': 'Confira o caFile em velero.buckets.',
  'bucket.refuses': 'O bucket {{bucket}} recusa a leitura ({{said}}).',
  'bucket.refuses.hint':
    'As credenciais precisam de s3:ListBucket no bucket e de s3:GetObject dentro da pasta backups dele.',
  'bucket.signatureDiffers': 'O bucket {{bucket}} recusa a leitura ({{said}}).',
  'bucket.signatureDiffers.hint':
    'Confira o secretAccessKey em velero.buckets; ou algo no caminho muda o cabeçalho Host.',
  'bucket.keyUnknown': 'O bucket {{bucket}} recusa a leitura ({{said}}).',
  'bucket.keyUnknown.hint': 'Confira o accessKeyId em velero.buckets.',
  'bucket.regionDiffers': 'O bucket {{bucket}} recusa a leitura ({{said}}).',
  'bucket.regionDiffers.hint': 'Confira a region em velero.buckets.',
  'bucket.clocksDiffer': 'O bucket {{bucket}} recusa a leitura ({{said}}).',
  'bucket.clocksDiffer.hint':
    'Compare os relógios do portal e do armazenamento.',
  'bucket.absent': 'O bucket {{bucket}} responde {{said}}.',
  'bucket.absent.hint': 'Confira bucket, region e endpoint em velero.buckets.',
  'bucket.elsewhere':
    'O bucket {{bucket}} está em outro lugar ({{said}}); confira region e endpoint.',
  'bucket.fails': 'O bucket {{bucket}} responde {{said}}.',
  'bucket.sentNothing': 'O bucket não enviou nada.',
  'bucket.slow': 'O bucket {{bucket}} é lento demais.',
  'bucket.unreadable': 'O bucket {{bucket}} não pode ser lido.',
  'bucket.tooMany':
    'O bucket {{bucket}} guarda em {{folder}} mais do que o portal lê: {{many}} backups.',
  'bucket.tooMany.hint':
    'Informe prefix em velero.buckets, e uma entrada para cada um.',

  'bucket.someUnreadable':
    'Backups do bucket que não podem ser lidos: {{many}}, como {{backup}}.',
  'bucket.fileMissing': 'O arquivo não está no bucket {{bucket}} ({{said}}).',
  'bucket.fileTooLarge': 'O arquivo tem mais de {{bytes}} bytes.',
  'bucket.fileNotJson': 'O arquivo não é JSON.',
  'bucket.fileNoBackup': 'O arquivo não contém um backup do Velero.',
  'bucket.fileOfAnother': 'O arquivo não é de um backup de nome {{backup}}.',
} as const;
