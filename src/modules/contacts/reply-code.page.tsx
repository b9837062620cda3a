import { Button } from '#ui/button.tsx'
import { TextField } from '#ui/field.tsx'
import { Form } from '#ui/form.tsx'
import { typo } from '#ui/french.ts'
import { ErrorSummary } from '#ui/notice.tsx'
import { Hero } from '#ui/page-header.tsx'
import { replyPaths } from './contacts.paths.ts'

type ReplyCodeProps = { readonly typed: string; readonly problem?: string }

/** The first page of a town hall that answers: its code, and nothing else. */
export function ReplyCodePage({ typed, problem }: ReplyCodeProps) {
  return (
    <>
      <ErrorSummary
        problems={problem ? [{ message: problem, field: 'code' }] : []}
        title="Ce code ne va pas encore"
      />
      <Hero
        title="Répondre à une lettre"
        lede="Tapez le code imprimé en bas de la lettre ou du courriel que votre mairie a reçu."
      />
      <Form action={replyPaths.type()} method="get">
        <TextField
          name="code"
          label="Code de réponse"
          hint="Dix lettres et chiffres, comme ABCDE-FGHJK. Majuscules, espaces et tiret ne comptent pas."
          value={typed}
          error={problem}
          autocomplete="off"
          maxlength={40}
          code
        />
        <Button kind="main">Continuer vers ma réponse</Button>
      </Form>
      <p class="soft">
        {typo(
          'Le code dit seulement de quelle mairie vient la réponse. Il n’y a ni compte à créer, ni mot de passe.',
        )}
      </p>
    </>
  )
}
