/** Under which name the unsaved text of a document is kept (公文草稿的存放名). */
export const documentDraftKey = (documentId: string): string => `document:${documentId}`
