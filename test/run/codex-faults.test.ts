import { describeFaults } from './backend-faults.js';

describeFaults('codex');
