import { describeFaults } from './backend-faults.js';

describeFaults('claude-code');
