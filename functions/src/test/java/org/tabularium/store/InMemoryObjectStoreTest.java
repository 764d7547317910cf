package org.tabularium.store;

/// The store of the other tests keeps the promises of the real ones.
class InMemoryObjectStoreTest extends ObjectStoreContract {

    private final ObjectStore store = new InMemoryObjectStore();

    @Override
    protected ObjectStore store() {
        return store;
    }
}
