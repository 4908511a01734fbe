/** What one office has sent (这个单位的上报包), with what can be done with each. */
import { Section } from '../components/page.tsx'
import { IntakePreviewPart } from './intake-preview.tsx'
import { IntakeSummaryPart } from './intake-summary.tsx'
import { ReceivedBundles } from './received-bundles.tsx'
import { useIntake } from './use-intake.ts'
import './intake.css'

export function OfficeBundles({ officeId }: { readonly officeId: string }) {
  const intake = useIntake()
  return (
    <Section title="收到的上报包">
      {intake.previewing.progress}
      {intake.importing.progress}
      {intake.preview ? <IntakePreviewPart intake={intake} preview={intake.preview} /> : null}
      {intake.summary ? <IntakeSummaryPart intake={intake} summary={intake.summary} /> : null}
      <ReceivedBundles intake={intake} officeId={officeId} />
    </Section>
  )
}
