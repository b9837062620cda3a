import { replyPaths } from '#modules/contacts/index.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Card, Grid } from '#ui/card.tsx'
import { TextField } from '#ui/field.tsx'
import { Form } from '#ui/form.tsx'
import { Hero } from '#ui/page-header.tsx'

/** The first page of everybody: what Beffroi is, and the field for the code of a letter. */
export function HomePage({ programme, partners }: { programme?: string; partners: readonly string[] }) {
  return (
    <>
      <Hero
        title="Le logiciel libre, mairie par mairie"
        lede={`Beffroi relie les petites mairies à ceux qui peuvent les aider à choisir, installer et garder des logiciels libres. De la première lettre jusqu’au jour où la commune vole de ses propres ailes.`}
      />
      <Card title="Vous avez reçu une lettre ?">
        <Form action={replyPaths.type()} method="get">
          <TextField
            name="code"
            label="Code de réponse"
            hint="Dix lettres et chiffres, imprimés en bas de la lettre ou du courriel."
            autocomplete="off"
            maxlength={40}
            code
          />
          <Button kind="main">Répondre à la lettre</Button>
        </Form>
      </Card>
      <Grid>
        <Card title="Sans compte, sans engagement">
          <p>
            Une réponse prend une minute : être rappelé, dire un besoin, ou demander qu’on ne vous écrive
            plus.
          </p>
        </Card>
        <Card title={programme ?? 'Un partenariat public'}>
          {partners.length > 0 ? (
            <p>{partners.join(' et ')} portent ensemble ce programme.</p>
          ) : (
            <p>Un service public, une association et des entreprises, chacun pour ce qu’il sait faire.</p>
          )}
          <p>
            <ButtonLink href="/sign-in">Entrer dans l’atelier</ButtonLink>
          </p>
        </Card>
      </Grid>
    </>
  )
}
