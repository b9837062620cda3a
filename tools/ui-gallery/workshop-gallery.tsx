import { Actions, Button, ButtonLink } from '#ui/button.tsx'
import { Card, Grid, Section } from '#ui/card.tsx'
import { Checklist } from '#ui/checklist.tsx'
import { SelectField } from '#ui/choice-field.tsx'
import { Confirm } from '#ui/confirm.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { DataList, Datum } from '#ui/datum.tsx'
import { KeyFigures } from '#ui/figure.tsx'
import { Funnel } from '#ui/funnel.tsx'
import { ListHeader } from '#ui/list-header.tsx'
import { Mailbox } from '#ui/mailbox.tsx'
import { EmptyState, ErrorSummary, Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { Progress } from '#ui/progress.tsx'
import { SplitView } from '#ui/split-view.tsx'
import { StateBar } from '#ui/state-bar.tsx'
import { Steps } from '#ui/steps.tsx'
import { Tag } from '#ui/tag.tsx'
import { Timeline } from '#ui/timeline.tsx'
import { WorkshopLayout } from '#ui/workshop-layout.tsx'
import { GalleryForm } from './gallery-form.tsx'
import { GalleryMap } from './gallery-map.tsx'
import { checkLines, funnelSteps, happenings, ledger, messages, townHalls } from './sample.ts'

/** The workshop, every part of it in use on one page. */
export function WorkshopGallery() {
  return (
    <WorkshopLayout
      title="Vague 2"
      banner="Démonstration : les communes sont réelles, tout le reste est inventé."
      navigation={[
        { label: 'Territoire', href: '#territoire' },
        { label: 'Vagues', href: '#', current: true },
        { label: 'Contacts', href: '#contacts', count: '3' },
        { label: 'Accompagnements', href: '#accompagnements' },
        { label: 'Partenariat', href: '#' },
        { label: 'Pilotage', href: '#pilotage' },
        { label: 'Import', href: '#' },
      ]}
      goTo={{ action: '/aller', label: 'Aller à une commune' }}
      person={{
        name: 'Claire Delattre',
        organisation: 'Centre de gestion',
        links: [{ label: 'Mon compte', href: '/compte' }],
        signOut: '/deconnexion',
      }}
      themeSwitch={{ action: '/theme' }}
      breadcrumb={[{ label: 'Vagues', href: '/vagues' }, { label: 'Vague 2' }]}
      footer={
        <>
          <a href="/aide">Aide</a>
          <a href="/accessibilite">Accessibilité</a>
          <span>Beffroi, logiciel libre sous licence EUPL 1.2</span>
        </>
      }
    >
      <PageHeader
        title="Vague 2 : Porte du Hainaut"
        lede="40 mairies reçoivent la première lettre. Six points sur sept sont prêts."
        aside={<Tag label="En préparation" tone="ochre" />}
        actions={
          <>
            <Button kind="main">Lancer la vague</Button>
            <ButtonLink href="#" icon="print">
              Imprimer le lot
            </ButtonLink>
          </>
        }
      />
      <Steps
        current={2}
        steps={[
          { label: 'Destinataires', href: '#' },
          { label: 'Message', href: '#' },
          { label: 'Vérification' },
          { label: 'Envoi' },
        ]}
      />
      <Notice kind="warning" title="Deux mairies partagent la même adresse">
        Hasnon et Wallers sont marquées d’un doute : la lettre part, et le doute reste écrit.
      </Notice>
      <Grid>
        <Card title="Avant de lancer">
          <Checklist lines={checkLines} />
        </Card>
        <Card title="Où en sont les envois">
          <StateBar label="dans la vague 1" one="mairie" many="mairies" states={ledger} />
          <Progress
            label="Composition des lettres"
            done={312}
            total={647}
            secondsLeft={20}
            stop={{ action: '#', label: 'Arrêter la composition' }}
          />
        </Card>
      </Grid>
      <Section title="Territoire" id="territoire">
        <ListHeader
          count={1234}
          one="mairie"
          many="mairies"
          search={{ action: '/territoire', label: 'Chercher une commune' }}
          filters={
            <SelectField
              name="etape"
              label="Étape"
              optional={false}
              placeholder="Toutes"
              choices={[
                { value: 'contactee', label: 'Contactée' },
                { value: 'accompagnee', label: 'Accompagnée' },
              ]}
            />
          }
          chosen={[
            { label: 'Étape : contactée', href: '#' },
            { label: 'Moins de 1 000 habitants', href: '#' },
          ]}
          clearHref="#"
          exports={[
            { label: 'CSV', href: '#' },
            { label: 'ODS', href: '#' },
          ]}
        />
        <SplitView drawing={<GalleryMap />}>
          <DataTable
            caption="Communes du périmètre"
            captionHidden
            rows={townHalls}
            columns={[
              {
                label: 'Commune',
                header: true,
                sort: { href: '#', direction: 'ascending' },
                cell: (townHall) => <a href="#commune">{townHall.name}</a>,
              },
              {
                label: 'Étape',
                cell: (townHall) => <Tag label={townHall.stage} tone={townHall.tone} />,
                sort: { href: '#' },
              },
              {
                label: 'Habitants',
                numeric: true,
                cell: (townHall) => townHall.inhabitants,
                sort: { href: '#' },
              },
              { label: 'Dernier contact', cell: (townHall) => townHall.last },
            ]}
          />
          <Pagination page={4} pages={25} href={(page) => `?page=${page}`} />
        </SplitView>
      </Section>
      <Section title="Pilotage" id="pilotage">
        <KeyFigures
          figures={[
            { value: '47', label: 'communes dans le périmètre', href: '#' },
            { value: '40', label: 'mairies écrites', href: '#' },
            { value: '11', label: 'réponses', href: '#' },
            { value: '4', label: 'accompagnements ouverts', href: '#' },
          ]}
        />
        <Card>
          <Funnel
            title="Vague 1, de la lettre à l’accompagnement"
            description="Au 23 novembre 2026"
            of={40}
            steps={funnelSteps}
          />
        </Card>
      </Section>
      <Section title="Contacts" id="contacts">
        <Mailbox label="Messages reçus" items={messages}>
          <h3>Un serveur de fichiers pour l’école</h3>
          <p>
            « Nos deux classes partagent leurs fichiers par clé. Pouvez-vous nous rappeler le mardi matin ? »
          </p>
          <DataList>
            <Datum label="Commune">
              <a href="#commune">Château-l’Abbaye</a>
            </Datum>
            <Datum
              label="Preuve"
              source="Code de la lettre, saisi sur le site"
              date={new Date('2026-11-17T09:05:00Z')}
            >
              <span class="code">K7MP-2QXD</span>
            </Datum>
          </DataList>
          <Actions>
            <Button kind="main">Rappeler la mairie</Button>
            <Button>Transmettre au partenaire</Button>
          </Actions>
        </Mailbox>
      </Section>
      <Grid>
        <Card title="La mairie">
          <DataList>
            <Datum label="Adresse" source="DILA" date={new Date('2026-06-12')}>
              1 place de la Mairie, 59230 Château-l’Abbaye
            </Datum>
            <Datum label="Courriel" source="DILA" date={new Date('2026-06-12')}>
              <a href="mailto:mairie@chateau-l-abbaye.example">mairie@chateau-l-abbaye.example</a>
            </Datum>
            <Datum label="Téléphone" />
            <Datum label="Code INSEE" source="Code officiel géographique" date={new Date('2026-01-01')}>
              <span class="code">59144</span>
            </Datum>
          </DataList>
        </Card>
        <Card title="Journal">
          <Timeline entries={happenings} />
        </Card>
      </Grid>
      <Section title="Fonder le programme" id="accompagnements">
        <ErrorSummary
          problems={[
            { message: 'Le nom de l’opérateur manque : écrivez-le.', field: 'operateur' },
            { message: 'Choisissez au moins une commune.', field: 'perimetre' },
          ]}
        />
        <GalleryForm />
      </Section>
      <Section title="Lots imprimés">
        <EmptyState title="Aucun lot pour l’instant" action={{ label: 'Préparer une vague', href: '#' }}>
          Un lot réunit au plus 100 lettres d’une vague, à imprimer, plier et poster ensemble.
        </EmptyState>
        <Confirm
          label="Supprimer la vague"
          loss="La vague et ses 40 destinataires seront perdus. Rien n’a encore été envoyé. Cela ne se défait pas."
          action="#"
          confirm="Supprimer définitivement"
        />
      </Section>
    </WorkshopLayout>
  )
}
