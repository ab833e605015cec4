import { render } from 'preact';
import { App } from './stage/app.js';
import { html } from './view/html.js';

render(html`<${App} />`, document.getElementById('stage'));
