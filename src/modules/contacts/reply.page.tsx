import type { FormValues, Problem } from '#platform/http/form.ts'
import { Button } from '#ui/button.tsx'
import { RadioField, SelectField } from '#ui/choice-field.tsx'
import { TextArea, TextField } from '#ui/field.tsx'
import { FieldGroup, Form } from '#ui/form.tsx'
import { date, typo } from '#ui/french.ts'
import { ErrorSummary, Notice } from '#ui/notice.tsx'
import { Hero } from '#ui/page-header.tsx'
import { type NameLink, ofCommune } from '#values/commune-name.ts'
import { replyPaths } from './contacts.paths.ts'
import { themeName, themes } from './theme.ts'
import type { Partners } from './your-data.page.tsx'
import { YourData } from './your-data.page.tsx'

export type ReplyProps = {
  readonly code: string
  readonly commune: { readonly name: string; readonly nameType: number }
  readonly partners: Partners
  /** When the town hall last answered with this code, if it did. */
  readonly answeredAt?: Date
  /** Where a colleague says that this very letter came back; nothing for a town hall. */
  readonly returnHref?: string
  readonly typed: FormValues
  readonly problems: readonly Problem[]
}

const choices = [
  { value: 'call-back', label: 'Rappelez-moi', hint: 'Donnez un téléphone ou un courriel ci-dessous.' },
  { value: 'need', label: 'Voici notre besoin', hint: 'Avec vos mots : la bonne personne vous répondra.' },
  { value: 'not-now', label: 'Pas maintenant', hint: 'Nous gardons votre réponse, sans rien faire d’autre.' },
  {
    value: 'do-not-write',
    label: 'Ne plus nous écrire',
    hint: 'Pris en compte aussitôt, pour les lettres et les courriels de tous nos organismes.',
  },
]

/** The one page on which a town hall answers: its own name, four choices, and who will receive what it says. */
export function ReplyPage({ code, commune, partners, answeredAt, returnHref, typed, problems }: ReplyProps) {
  const field = (name: string) => ({
    name,
    value: typed[name],
    error: problems.find((problem) => problem.field === name)?.message,
  })

  return (
    <>
      <ErrorSummary problems={problems} />
      {returnHref && (
        <Notice title="Cette lettre vous est revenue ?">
          <a href={returnHref}>{typo('Dites pourquoi La Poste l’a rendue')}</a>
        </Notice>
      )}
      <Hero
        title={`Vous représentez la mairie ${ofCommune(commune.name, commune.nameType as NameLink)} ?`}
        lede="Choisissez une réponse et envoyez-la : cela prend une minute."
      />
      {answeredAt && (
        <Notice>
          {typo(
            `Une réponse nous est arrivée avec ce code le ${date(answeredAt)}. Vous pouvez en donner une autre : la plus récente compte.`,
          )}
        </Notice>
      )}
      <Form
        action={replyPaths.answer(code)}
        once={problems.some(({ field }) => field === 'once') ? undefined : typed.once}
      >
        <RadioField {...field('wish')} label="Votre réponse" choices={choices} />
        <FieldGroup legend="Votre besoin" hint="Si vous souhaitez en dire plus.">
          <SelectField
            {...field('theme')}
            label="De quoi s’agit-il ?"
            placeholder="Je ne sais pas encore"
            choices={themes.map((theme) => ({ value: theme, label: themeName(theme) }))}
            optional
          />
          <TextArea
            {...field('body')}
            label="Avec vos mots"
            hint="Par exemple : « Il nous faut un serveur de fichiers. » Rien de confidentiel n’est nécessaire."
            rows={4}
            optional
          />
        </FieldGroup>
        <FieldGroup legend="Qui rappeler">
          <TextField {...field('personName')} label="Votre nom" autocomplete="name" optional />
          <TextField
            {...field('phone')}
            type="tel"
            label="Téléphone"
            inputmode="tel"
            autocomplete="tel"
            size="short"
            optional
          />
          <TextField
            {...field('email')}
            type="email"
            label="Courriel"
            inputmode="email"
            autocomplete="email"
            optional
          />
        </FieldGroup>
        <p>
          {typo(
            `En envoyant cette réponse, vous acceptez qu’elle soit lue par un seul organisme : ${partners.operator.name} pour l’e-administration, ${partners.association.name} pour tout le reste. Il ne la transmettra à l’autre que si votre demande le concerne.`,
          )}
        </p>
        <Button kind="main">Envoyer notre réponse</Button>
      </Form>
      <p>
        <a href={replyPaths.type()}>{typo('Ce n’est pas votre mairie ? Vérifiez le code de la lettre')}</a>
      </p>
      <YourData partners={partners} />
    </>
  )
}
