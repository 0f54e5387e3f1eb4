/** What the pages say. */
export interface Messages {
  language: string;
  title: string;
  demo: string;
  explanation: string;
  choose: string;
  cancel: string;
  lost: string;
  unknownPerson: string;
  failed: string;
  goBack: string;
  roles: Readonly<Record<string, string>>;
}

const en: Messages = {
  language: 'en',
  title: 'Sign in',
  demo: 'DEMO',
  explanation:
    'This identity provider is part of the sandbox. Nobody here is real and nobody needs a password: it must never stand in front of real data.',
  choose: 'Who do you want to be?',
  cancel: 'Cancel',
  lost: 'This sign-in is no longer valid',
  unknownPerson: 'Nobody here has that name',
  failed: 'Signing in failed',
  goBack: 'Close this window and start again from the portal.',
  roles: {},
};

const ptBr: Messages = {
  language: 'pt-BR',
  title: 'Entrar',
  demo: 'DEMONSTRAÇÃO',
  explanation:
    'Este provedor de identidade faz parte do sandbox. Ninguém aqui é real e ninguém precisa de senha: ele nunca deve ficar à frente de dados reais.',
  choose: 'Quem você quer ser?',
  cancel: 'Cancelar',
  lost: 'Este acesso não é mais válido',
  unknownPerson: 'Ninguém aqui tem esse nome',
  failed: 'Não foi possível entrar',
  goBack: 'Feche esta janela e comece de novo pelo portal.',
  roles: {
    'Developer of team Checkout': 'Desenvolvedora da equipe Checkout',
    'DR operator': 'Operador de DR',
    'DR approver': 'Aprovadora de DR',
    'DR approver, owns the workspace Payments':
      'Aprovador de DR, responsável pelo workspace Payments',
    'Platform administrator': 'Administradora da plataforma',
    Auditor: 'Auditor',
  },
};

/** Portuguese for whoever prefers it to English, by an Accept-Language header. */
export function messagesFor(acceptLanguage = ''): Messages {
  const preferred = acceptLanguage
    .split(',')
    .map(part => {
      const [language, quality = 'q=1'] = part.trim().toLowerCase().split(';');
      return { language, weight: Number(quality.trim().slice(2)) };
    })
    .filter(({ language }) => /^(en|pt)\b/.test(language))
    .sort((a, b) => b.weight - a.weight)[0];
  return preferred?.language.startsWith('pt') ? ptBr : en;
}
