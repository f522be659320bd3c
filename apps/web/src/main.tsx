import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '@pilotage/web-ui/styles.css';
import { App } from './app/app.js';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
