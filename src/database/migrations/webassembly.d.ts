// The part of the WebAssembly API that schema-engine.ts uses; TypeScript otherwise has it only with the browser's types.
declare namespace WebAssembly {
  type Exports = Record<string, unknown>
  type ModuleImports = Record<string, unknown>
  interface Module {
    readonly kind?: 'module'
  }
  interface Instance {
    readonly exports: Exports
  }
  function compile(bytes: Uint8Array): Promise<Module>
  function instantiate(module: Module, imports: Record<string, ModuleImports>): Promise<Instance>
}
