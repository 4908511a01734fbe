/** Names of receipt files (回执文件名): who says it, to whom, and the check code by which the paper is known. */
import { safeFileName } from '../files/file-name.ts'

/** `固川市总工会_给云山县总工会_回执_7K3M-Q0ZD.ghb` */
export function receiptFileName(issuer: string, to: string, checkCode: string, suffix: 'ghb' | 'docx' = 'ghb'): string {
  return safeFileName(`${issuer}_给${to}_回执_${checkCode}`, suffix)
}
