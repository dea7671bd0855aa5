/** Words that tell a machine what to do: a text of the context is for readers, and some of its readers are models. */

const agent = '(?:ai|a\\.i\\.|llms?|gpt|claude|copilots?|chat ?bots?|(?:ai|data|coding|analytics|language|llm)[ -](?:agents?|assistants?|models?|readers?))';
const former = '(?:all|any|every|previous|prior|earlier|above|preceding|former|other|your|system|these|those)';
const orders = '(?:instructions?|prompts?|guidelines|directives|rules above|system message)';
const tools = 'propose_edits|query_warehouse|read_evidence|read_context|search_context|tool_result|function_results';

const patterns: readonly RegExp[] = [
  new RegExp(`\\b(?:ignore|disregard|forget|override|bypass)\\b[^.]{0,20}\\b${former}\\b[^.]{0,30}\\b${orders}`),
  new RegExp(`\\b(?:ignore|disregard|forget)\\b[^.]{0,20}\\b(?:instructions|rules) (?:above|before|so far)`),
  new RegExp(`\\b(?:you are(?: now)?|act as|pretend to be|behave as)\\b[^.]{0,20}\\b${agent}`),
  new RegExp(`\\b(?:note|message|instructions?|attention|reminder|dear|hey|to|for)\\b[^.:,]{0,10}\\b(?:the |all |any )?${agent}\\b\\s*[:,]`),
  new RegExp(`\\b${agent}\\b[^.]{0,20}\\b(?:must|shall|should always|should never|have to|need to|are (?:told|required|instructed) to|always|never)\\b`),
  /\b(?:when|if|whenever)\b[^.]{0,40}\bask(?:s|ed)?\b[^.]{0,60}\b(?:always|never|only)\b[^.]{0,15}\b(?:answer|say|reply|respond|tell)\b/,
  /\b(?:never|do not|don't) (?:tell|reveal to|show|inform|mention to) (?:the |any )?(?:users?|humans?|people|reviewers?|anyone)\b/,
  /\b(?:from now on|before you answer)\b[^.]{0,30}\b(?:answer|say|reply|respond|call|recommend|report)/,
  /\b(?:system|developer) prompt\b/,
  /<\|[a-z_]+\|>|\[\/?inst\]|<<\/?sys>>|<\/?(?:system|assistant|function_results|tool_result)>/,
  new RegExp(`\\b(?:${tools})\\b`),
  /\bignorier(?:e|en sie|t)\b[^.]{0,40}\banweisung/,
  /\bignore[zr]?\b[^.]{0,40}\b(?:instructions|consignes)\b[^.]{0,20}\b(?:précédentes|antérieures)/,
  /\bignor(?:a|e|ad)\b[^.]{0,40}\binstrucciones\b/,
];

/** None of the patterns matches without one of these. */
const worthALook = /ignor|disregard|forget|override|bypass|\ba\.?i\b|llm|gpt|claude|copilot|chat ?bot|agent|assistant|language model|\bask|tell|reveal|inform|mention|from now on|before you|prompt|<\||inst\]|sys>>|system>|_results?|_edits|_warehouse|_evidence|_context/i;

/** Conservative: that agents exist, and what people of a help desk must do, may be said. */
export function addressesAgents(text: string): boolean {
  if (!worthALook.test(text)) return false;
  const flat = text.normalize('NFKC').toLowerCase().replace(/[*~`—–]|(?<!\w)_|_(?!\w)/g, ' ').replace(/\s+/g, ' ');
  return patterns.some((pattern) => pattern.test(flat));
}
