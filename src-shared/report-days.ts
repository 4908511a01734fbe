/** By which days a notice wants reports (报送期限), in one place for the desk, its papers and the receipts. */

type Reported = { readonly state: string; readonly report: { readonly due: string } | null }

/** In order. 及时 is no day, and the time in which something is to be done is none by which it is to be reported. */
export function reportDaysOf(requirements: readonly Reported[]): readonly string[] {
  return requirements
    .filter(({ state }) => state !== '不适用')
    .flatMap(({ report }) => (report && /^\d{4}-\d\d-\d\d$/.test(report.due) ? [report.due] : []))
    .toSorted()
}

/** The last of them: until then an office may still report all that is asked. */
export function lastReportDay(requirements: readonly Reported[]): string | null {
  return reportDaysOf(requirements).at(-1) ?? null
}
