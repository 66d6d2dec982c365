package dev.ariadne.background;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import dev.ariadne.Ariadne;

/**
 * The instances of prototype beans: one per account and launch, shared by all tasks of the bean.
 */
final class PrototypeInstances {

    // Guards instances.
    private final ReentrantLock lock = new ReentrantLock();

    private final Map<Key, Instance> instances = new HashMap<>();

    /**
     * Returns the instance for an account.
     *
     * @param task who asks; a second time only at another launch, which gets another instance
     * @param maker makes an instance
     */
    Object take(String beanName, Ariadne ariadne, String task, Supplier<Object> maker) {
        Instance made = new Instance(task);
        Instance instance = made;
        this.lock.lock();
        try {
            Key key = new Key(beanName, ariadne.name());
            Instance former = this.instances.get(key);
            if (former != null && former.takers.add(task)) {
                instance = former;
            }
            else {
                this.instances.put(key, made);
            }
        }
        finally {
            this.lock.unlock();
        }
        if (instance.equals(made)) {
            made.make(maker);
        }
        return instance.get();
    }

    private record Key(String beanName, String account) {

    }

    private static final class Instance {

        // Guarded by the lock.
        final Set<String> takers = new HashSet<>(2);

        private final CompletableFuture<Object> bean = new CompletableFuture<>();

        Instance(String taker) {
            this.takers.add(taker);
        }

        void make(Supplier<Object> maker) {
            try {
                this.bean.complete(maker.get());
            }
            catch (RuntimeException | Error ex) {
                this.bean.completeExceptionally(ex);
            }
        }

        Object get() {
            try {
                return this.bean.join();
            }
            catch (CompletionException ex) {
                throw (ex.getCause() instanceof RuntimeException failure) ? failure : ex;
            }
        }

    }

}
