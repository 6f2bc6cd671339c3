// What is asked of a language model, whatever the model: plain data that core builds and src/models sends.

export interface ChatMessage {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

/** A JSON schema the answer should follow, where the server can hold a model to one. */
export interface AnswerSchema {
  readonly name: string;
  readonly schema: Readonly<Record<string, unknown>>;
}

export interface ChatRequest {
  readonly messages: readonly ChatMessage[];
  /** The most tokens the answer may take. */
  readonly maxOutputTokens: number;
  readonly answer?: AnswerSchema;
}
