import { createRoot } from 'react-dom/client';
import { MantineProvider } from '@mantine/core';
import { cssVariablesResolver, theme } from '../src/index.js';
import { ChartsPage } from './charts-page.js';
import { ComponentsPage } from './components-page.js';
import '../src/styles.css';
import './gallery.css';

const query = new URLSearchParams(location.search);
const isDark = query.get('mode') === 'dark';
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      forceColorScheme={isDark ? 'dark' : 'light'}
    >
      <main className="gallery">
        {query.get('page') === 'components' ? <ComponentsPage /> : <ChartsPage />}
      </main>
    </MantineProvider>,
  );
}
