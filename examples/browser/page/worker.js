// Runs the library beside the page, which stays alive meanwhile, and can end it. It is sent requests, each with an id, and answers
// with that id and a result or an error.
importScripts('wasm_exec.js');

const go = new Go();
const ready = WebAssembly.instantiateStreaming(fetch('offprint.wasm'), go.importObject).then(({instance}) => {
  go.run(instance).then(() => postMessage({ended: true})); // it never ends but by a fault
  postMessage({ready: true});
});
ready.catch(e => postMessage({ended: true, error: String(e)}));

onmessage = async ({data: {id, request}}) => {
  await ready;
  try {
    const result = await offprint(request);
    postMessage({id, result}, result.editions.map(e => e.data.buffer));
  } catch (e) {
    postMessage({id, error: e.message});
  }
};
