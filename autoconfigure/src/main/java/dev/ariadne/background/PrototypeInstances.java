package dev.ariadne.background;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The instances of prototype beans in one launch: one per bean, shared by all tasks of the bean.
 */
final class PrototypeInstances {

    private final Map<String, CompletableFuture<Object>> instances = new ConcurrentHashMap<>();

    /**
     * Returns the instance of a bean.
     *
     * @param maker makes it, if there is none yet; if that fails it does so for all who wait for it, and who asks later
     * tries anew
     */
    Object take(String beanName, Supplier<Object> maker) {
        CompletableFuture<Object> made = new CompletableFuture<>();
        CompletableFuture<Object> former = this.instances.putIfAbsent(beanName, made);
        return (former != null) ? get(former) : make(beanName, made, maker);
    }

    private Object make(String beanName, CompletableFuture<Object> made, Supplier<Object> maker) {
        try {
            Object bean = maker.get();
            made.complete(bean);
            return bean;
        }
        catch (RuntimeException | Error ex) {
            this.instances.remove(beanName);
            made.completeExceptionally(ex);
            throw ex;
        }
    }

    private static Object get(CompletableFuture<Object> made) {
        try {
            return made.join();
        }
        catch (CompletionException ex) {
            throw (ex.getCause() instanceof RuntimeException failure) ? failure : ex;
        }
    }

}
