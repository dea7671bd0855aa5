import { describeFaults } from './backend-faults.js';

describeFaults('gateway', 'vertex', 'openai-compatible');
