/** The version of the program: what bundles and the settings page state. */
import packageJson from '../package.json' with { type: 'json' }

export const appVersion: string = packageJson.version
