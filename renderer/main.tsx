// Starts the screen.
import './ui/tokens.css'
import './ui/base.css'
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { client } from './api/client.ts'
import { setupI18n, systemLocale } from './i18n/setup.ts'

setupI18n(systemLocale(navigator.languages))
createRoot(document.getElementById('root')!).render(<App client={client} />)
