export { exportTypeScript } from './typescript/exportTypeScript.ts';
