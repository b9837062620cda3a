import type { FormValues, Problem } from '#platform/http/form.ts'
import { Actions, Button } from '#ui/button.tsx'
import { TextArea, TextField } from '#ui/field.tsx'
import { Form } from '#ui/form.tsx'
import { ErrorSummary } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import type { Company } from '../census/census.queries.ts'
import { companyPaths } from '../companies.paths.ts'

type ReportPageProps = {
  readonly company: Company
  readonly problems?: readonly Problem[]
  readonly typed?: FormValues
}

/** The right of reply and of correction: anybody says what is wrong on a company's page. */
export function ReportPage({ company, problems = [], typed = {} }: ReportPageProps) {
  const field = (name: string) => ({
    name,
    value: typed[name],
    error: problems.find((problem) => problem.field === name)?.message,
  })

  return (
    <>
      <ErrorSummary problems={problems} />
      <PageHeader
        title="Signaler une erreur"
        lede={`Sur la fiche de ${company.name}. L’entreprise, une commune ou toute personne peut demander une correction ou répondre.`}
      />
      <Form action={companyPaths.report(company)}>
        <TextArea
          {...field('body')}
          label="Ce qui est inexact, et ce qui est juste"
          rows={4}
          maxlength={2000}
        />
        <TextField {...field('personName')} label="Votre nom" autocomplete="name" optional />
        <TextField
          {...field('email')}
          type="email"
          label="Votre adresse électronique"
          hint="Pour vous répondre. Elle n’est pas publiée."
          autocomplete="email"
          optional
        />
        <Actions>
          <Button kind="main">Envoyer ce signalement</Button>
          <a href={companyPaths.show(company)}>Revenir à la fiche</a>
        </Actions>
      </Form>
    </>
  )
}
