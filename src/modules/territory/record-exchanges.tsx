import type { CaseOfCommune } from '#modules/accompaniment/index.ts'
import { casePaths, caseStateNames, outcomeNames } from '#modules/accompaniment/index.ts'
import {
  type ContactOfCommune,
  channelNames as contactChannels,
  contactPaths,
  stateNames,
  wishNames,
} from '#modules/contacts/index.ts'
import {
  addressSearchPaths,
  channelNames,
  deliveryPaths,
  type OpenSearch,
  outreachPaths,
  type SentMessage,
  stateLooks,
} from '#modules/outreach/index.ts'
import { Section } from '#ui/card.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { date, plural } from '#ui/french.ts'
import { Notice } from '#ui/notice.tsx'
import { Tag } from '#ui/tag.tsx'

/** The addresses of the town hall that lead nowhere, each with what is being done about it. */
export const Searches = ({ searches }: { searches: readonly OpenSearch[] }) =>
  searches.length === 0 ? null : (
    <Notice kind="warning" title="Une adresse ne mène nulle part">
      <ul>
        {searches.map(({ id, address, reason }) => (
          <li>
            <a href={addressSearchPaths.show(id)}>{address.replaceAll('\n', ', ')}</a>
            {` : ${reason}`}
          </li>
        ))}
      </ul>
    </Notice>
  )

/** What was sent to the town hall, each message with where it stands. */
export function Messages({ messages }: { messages: readonly SentMessage[] }) {
  if (messages.length === 0) return null

  return (
    <Section title="Les envois">
      <DataTable
        caption="Ce qui a été envoyé à la mairie"
        captionHidden
        rows={messages}
        columns={[
          {
            label: 'Vague',
            header: true,
            cell: ({ waveId, wave }) => <a href={outreachPaths.wave(waveId)}>{wave}</a>,
          },
          { label: 'Par', cell: ({ channel }) => channelNames[channel] },
          {
            label: 'État',
            cell: ({ id, state }) => (
              <a href={deliveryPaths.show(id)}>
                <Tag label={stateLooks[state].name} tone={stateLooks[state].tone} />
              </a>
            ),
          },
          { label: 'Le', cell: ({ at }) => date(new Date(at)) },
        ]}
      />
    </Section>
  )
}

/** The accompaniments of the town hall that the visitor's organisation follows. */
export function Cases({ cases }: { cases: readonly CaseOfCommune[] }) {
  if (cases.length === 0) return null

  return (
    <Section title="Les accompagnements">
      <DataTable
        caption="Les accompagnements de la mairie"
        captionHidden
        rows={cases}
        columns={[
          { label: 'But', header: true, cell: ({ id, goal }) => <a href={casePaths.show(id)}>{goal}</a> },
          {
            label: 'État',
            cell: ({ state, outcome }) => (outcome ? outcomeNames[outcome] : caseStateNames[state]),
          },
          { label: 'Étapes', cell: ({ done, steps }) => `${done} sur ${plural(steps, 'faite', 'faites')}` },
          { label: 'Référent', cell: ({ referent }) => referent ?? '—' },
        ]}
      />
    </Section>
  )
}

/** The exchanges with the town hall that the visitor's organisation handles. */
export function Contacts({ contacts }: { contacts: readonly ContactOfCommune[] }) {
  if (contacts.length === 0) return null

  return (
    <Section title="Les échanges">
      <DataTable
        caption="Les échanges avec la mairie"
        captionHidden
        rows={contacts}
        columns={[
          {
            label: 'Reçu le',
            header: true,
            cell: ({ id, receivedAt }) => <a href={contactPaths.show(id)}>{date(new Date(receivedAt))}</a>,
          },
          { label: 'Par', cell: ({ channel }) => contactChannels[channel] },
          { label: 'Souhait', cell: ({ wish }) => (wish ? wishNames[wish] : '—') },
          { label: 'État', cell: ({ state }) => stateNames[state] },
        ]}
      />
    </Section>
  )
}
