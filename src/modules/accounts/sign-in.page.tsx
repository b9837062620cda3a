import { Button } from '#ui/button.tsx'
import { TextField } from '#ui/field.tsx'
import { Form, HiddenField } from '#ui/form.tsx'
import { ErrorSummary, Notice } from '#ui/notice.tsx'
import { Hero } from '#ui/page-header.tsx'
import { accountPaths } from './accounts.paths.ts'

type SignInProps = {
  readonly next: string
  readonly email?: string
  readonly problem?: SignInProblem
  /** Where the codes go: the outbox, when nothing leaves the machine. */
  readonly codesStayHere: boolean
}

export type SignInProblem = 'not-an-address' | 'wrong' | 'too-often' | 'link-used'

export const signInProblems: Record<SignInProblem, string> = {
  'not-an-address': 'Écrivez une adresse électronique, comme prenom.nom@exemple.fr.',
  wrong: 'Ce code n’est pas le bon, ou il a plus de dix minutes. Recopiez-le, ou demandez-en un nouveau.',
  'too-often': 'Trop d’essais en peu de temps. Attendez une minute, puis recommencez.',
  'link-used': 'Ce lien a déjà servi, ou il a plus d’un jour. Demandez un code à votre adresse.',
}

/** First step: the address that a code goes to. */
export function SignInPage({ next, email, problem, codesStayHere }: SignInProps) {
  return (
    <>
      <Hero title="Entrer dans l’atelier" lede="Pas de mot de passe : un code arrive à votre adresse." />
      {problem && <ErrorSummary problems={[{ field: 'email', message: signInProblems[problem] }]} />}
      <Form action={accountPaths.codes()}>
        <HiddenField name="next" value={next} />
        <TextField
          name="email"
          type="email"
          label="Votre adresse électronique"
          hint="Celle que votre organisme a enregistrée."
          autocomplete="email"
          value={email}
          error={problem === 'not-an-address' ? signInProblems[problem] : undefined}
        />
        <Button kind="main">Recevoir un code</Button>
      </Form>
      {codesStayHere && <CodesStayHere />}
    </>
  )
}

/** Second step: the code. Says the same whether the address is known or not. */
export function CodePage({ next, email, problem, codesStayHere }: SignInProps & { readonly email: string }) {
  return (
    <>
      <Hero
        title="Votre code"
        lede={`Si ${email} est connue ici, un code à six chiffres vient d’y partir. Il vaut dix minutes.`}
      />
      {problem && <ErrorSummary problems={[{ field: 'code', message: signInProblems[problem] }]} />}
      <Form action={accountPaths.sessions()}>
        <HiddenField name="next" value={next} />
        <HiddenField name="email" value={email} />
        <TextField
          name="code"
          label="Code reçu"
          inputmode="numeric"
          autocomplete="one-time-code"
          size="short"
          code
        />
        <Button kind="main">Entrer</Button>
      </Form>
      <p>
        <a href={accountPaths.signIn()}>Demander un autre code</a>
      </p>
      {codesStayHere && <CodesStayHere />}
    </>
  )
}

/** The terminal's one-time link: nothing happens until the button is pressed. */
export function LinkPage({ token }: { readonly token: string }) {
  return (
    <>
      <Hero
        title="Bienvenue dans Beffroi"
        lede="Ce lien ne sert qu’une fois, sur l’ordinateur où vous l’ouvrez."
      />
      <Form action={accountPaths.links()}>
        <HiddenField name="token" value={token} />
        <Button kind="main">Entrer</Button>
      </Form>
    </>
  )
}

const CodesStayHere = () => (
  <Notice>
    Aucun serveur d’envoi n’est réglé : les codes restent dans la boîte d’envoi de Beffroi, qu’un collègue
    déjà entré peut lire. Depuis la machine, la commande « ./beffroi sign-in-link ADRESSE » donne un lien
    d’entrée.
  </Notice>
)
