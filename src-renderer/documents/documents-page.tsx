/** placeholder 公文 */
export function DocumentsPage() {
  return null
}
