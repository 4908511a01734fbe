/** placeholder 公文 */
export function DocumentPage() {
  return null
}
