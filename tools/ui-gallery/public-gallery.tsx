import { Button, ButtonLink } from '#ui/button.tsx'
import { Card, Grid, Prose, Section } from '#ui/card.tsx'
import { TextField } from '#ui/field.tsx'
import { Form } from '#ui/form.tsx'
import { Notice } from '#ui/notice.tsx'
import { Hero } from '#ui/page-header.tsx'
import { PublicLayout } from '#ui/public-layout.tsx'
import { RankedList } from '#ui/ranked-list.tsx'
import { SearchField } from '#ui/search-field.tsx'
import { ShareBars } from '#ui/share-bars.tsx'

/** The public face, with what a town hall comes for. */
export function PublicGallery() {
  return (
    <PublicLayout
      title="Des logiciels libres pour votre mairie"
      links={[
        { label: 'Répondre à une lettre', href: '#lettre' },
        { label: 'Aide', href: '/aide' },
        { label: 'Se connecter', href: '/connexion' },
      ]}
      footer={
        <>
          <span>Beffroi, logiciel libre sous licence EUPL 1.2</span>
          <a href="/donnees">Vos données</a>
          <a href="/accessibilite">Accessibilité</a>
        </>
      }
    >
      <Hero
        title="De quoi votre mairie a-t-elle besoin ?"
        lede="Dites-le avec vos mots. Nous vous montrons le logiciel libre qui y répond, la commune voisine qui s’en sert et qui peut l’installer."
      >
        <SearchField
          large
          action="/recherche"
          label="Votre besoin"
          placeholder="Il nous faut un serveur de fichiers"
        />
      </Hero>
      <Grid>
        <Card title="Répondre à une lettre" id="lettre">
          <Form action="/r">
            <TextField
              name="code"
              label="Votre code"
              hint="Huit signes, en bas de la lettre : par exemple K7MP-2QXD"
              size="short"
              code
            />
            <Button kind="main">Ouvrir ma réponse</Button>
          </Form>
        </Card>
        <Card title="Qui vous écrit">
          <p>
            Le centre de gestion accompagne les mairies du département. L’association tient l’annuaire des
            logiciels et des entreprises.
          </p>
          <ButtonLink href="/partenaires">Voir les partenaires</ButtonLink>
        </Card>
      </Grid>
      <Section title="Un ordre qui se recalcule">
        <RankedList
          label="Qui peut aider"
          items={[
            {
              title: 'Ateliers Binaires',
              href: '#ateliers',
              facts: ['Installation (pratique)', '1 référence confirmée', 'Sert Denain'],
              reason: { summary: 'Pourquoi ici ?', content: <p>Ces chiffres forment 1211.</p> },
            },
            { title: 'Bruyère Informatique', facts: ['Formation (débute)', '0 référence confirmée'] },
          ]}
        />
        <ShareBars
          label="Être en premier"
          given="En premier"
          fair="À parts égales"
          rows={[
            { label: 'Ateliers Binaires', given: 40, fair: 36.5 },
            { label: 'Bruyère Informatique', given: 33, fair: 36.5 },
          ]}
        />
      </Section>
      <Section title="Une feuille à lire">
        <Prose>
          <p>
            Le cimetière d’une petite commune tient souvent dans un cahier. Un plan à jour, une durée de
            concession qui prévient avant son terme, et l’on répond à une famille en une minute.
          </p>
          <ul>
            <li>Ce que le logiciel fait bien.</li>
            <li>Ce qu’il ne fait pas, dit honnêtement.</li>
          </ul>
        </Prose>
        <Notice kind="success" title="Votre réponse est enregistrée">
          Le centre de gestion vous rappelle avant le 4 décembre 2026.
        </Notice>
      </Section>
    </PublicLayout>
  )
}
