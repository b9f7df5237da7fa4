// Starts the screen.
// First of all: this module tells the schema library to do without `new Function`, which the content policy refuses.
import '../shared/model/ids.ts'
import './ui/tokens.css'
import './ui/base.css'
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { client } from './api/client.ts'
import { setupI18n, systemLocale } from './i18n/setup.ts'

setupI18n(systemLocale(navigator.languages))
createRoot(document.getElementById('root')!).render(<App client={client} />)
