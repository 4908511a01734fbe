/** 接收: files of the offices below us in, looked at, taken in; what was received, and what is held back. */
import { EvidenceDrop } from '../attachments/evidence-drop.tsx'
import { Section } from '../components/page.tsx'
import { HeldRows } from './held-rows.tsx'
import { IntakePreviewPart } from './intake-preview.tsx'
import { IntakeSummaryPart } from './intake-summary.tsx'
import { ReceivedBundles } from './received-bundles.tsx'
import { RefusedFiles } from './refused-files.tsx'
import { useIntake } from './use-intake.ts'
import './intake.css'

export function IntakeTab() {
  const intake = useIntake()
  return (
    <>
      <EvidenceDrop
        isBusy={intake.isBusy}
        hint="把下级单位的上报包（.ghb）拖到这里，一个、一百个或整个文件夹都行；先预览，确认后才导入。"
        onFiles={(chosen) => intake.staging.start(chosen.map(({ file }) => file).filter(isNotHidden))}
      />
      {intake.staging.progress}
      {intake.previewing.progress}
      {intake.importing.progress}
      <RefusedFiles files={intake.files} />
      {intake.preview ? <IntakePreviewPart intake={intake} preview={intake.preview} /> : null}
      {intake.summary ? <IntakeSummaryPart intake={intake} summary={intake.summary} /> : null}
      <Section title="收到的上报包">
        <ReceivedBundles intake={intake} />
      </Section>
      <HeldRows />
    </>
  )
}

/** Papers that lie on the same stick are not bundles, and are not complained of. */
function isNotHidden({ name }: File): boolean {
  return !/\.(docx?|xlsx?|pdf|jpe?g|png|txt|lnk)$/i.test(name)
}
