/** The catalogue (通知目录): notices whose requirements come with the program, for a clerk who has received one of them. */
import type { CatalogueNotice } from '../../../src-shared/notices.ts'
import type { RecognisedDocument } from '../../../src-shared/recognition.ts'
import { guyuan2022 } from './guyuan-2022.ts'
import { qinghai2022 } from './qinghai-2022.ts'
import { qinhuangdao2022 } from './qinhuangdao-2022.ts'
import { shanghai2021 } from './shanghai-2021.ts'
import { shanghai2022 } from './shanghai-2022.ts'

/** In the order of their dates. */
const catalogue: readonly CatalogueNotice[] = [shanghai2021, shanghai2022, qinhuangdao2022, qinghai2022, guyuan2022]

/** All, or the one with that 文号; none for a 文号 that is not there. */
export function listCatalogue(number?: string): readonly CatalogueNotice[] {
  if (number === undefined) return catalogue
  const notice = findCatalogueNotice(number)
  return notice ? [notice] : []
}

/** By 文号, however its brackets and spaces are written; undefined for one that is not in the catalogue. */
export function findCatalogueNotice(number: string): CatalogueNotice | undefined {
  const asked = unified(number)
  return asked === '' ? undefined : catalogue.find((notice) => unified(notice.number) === asked)
}

/** The entry of a notice read from a file: by its 文号, or where it lost that by its whole title and who issued it. */
export function matchCatalogue(document: RecognisedDocument): CatalogueNotice | undefined {
  if (document.number) return findCatalogueNotice(document.number)
  const issuers = [...(document.issuers ?? []), ...(document.issuer ?? []), document.printer ?? '']
  return catalogue.find(
    ({ title, issuer, printer }) =>
      unified(title) === unified(document.title ?? '') &&
      (title.startsWith(issuer) || issuers.some((name) => name === issuer || name === printer)),
  )
}

function unified(text: string): string {
  return text
    .replace(/[\s　]+/gu, '')
    .replace(/[[［【(（]/gu, '〔')
    .replace(/[\]］】)）]/gu, '〕')
}
