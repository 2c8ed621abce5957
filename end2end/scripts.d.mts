export const DEVICE: string;
export const WORKER: string;
