package dev.ariadne.background

import dev.ariadne.Ariadne
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.Deferred
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.Job
import kotlinx.coroutines.NonCancellable
import kotlinx.coroutines.awaitCancellation
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.delay
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.flow
import kotlinx.coroutines.flow.flowOn
import kotlinx.coroutines.flow.onEach
import kotlinx.coroutines.launch
import kotlinx.coroutines.withContext
import kotlinx.coroutines.yield
import org.aopalliance.intercept.MethodInterceptor
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.catchThrowableOfType
import org.junit.jupiter.api.AfterEach
import org.junit.jupiter.api.Test
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.ValueSource
import org.springframework.aop.framework.ProxyFactory
import java.io.IOException
import java.util.concurrent.BlockingQueue
import java.util.concurrent.CountDownLatch
import java.util.concurrent.LinkedBlockingQueue

/**
 * Tests for [CoroutineWork]: a run lasts as long as its coroutine.
 */
internal class CoroutineWorkTests {

    private val tasks = MethodTasks()

    private val bean = Functions()

    @AfterEach
    fun close() = this.tasks.close()

    @Suppress("unused", "UNUSED_PARAMETER")
    internal class Functions {

        val seen: BlockingQueue<String> = LinkedBlockingQueue()

        val gate = CompletableDeferred<String>()

        val latch = CountDownLatch(1)

        suspend fun waiting(ariadne: Ariadne, context: BackgroundContext) {
            this.seen.add("${ariadne.name()} ${context.taskName()}")
            this.gate.await()
        }

        suspend fun none() {
            this.gate.await()
        }

        suspend fun observing() {
            see()
            delay(1)
            see()
            withContext(Dispatchers.IO) {
                see()
                delay(1)
                see()
            }
            see()
            coroutineScope { launch(Dispatchers.Default) { see() } }
        }

        private fun see() {
            val own = Thread.currentThread().name.startsWith("ariadne-alice-")
            this.seen.add(Ariadne.current().name() + if (own) " on its own thread" else " elsewhere")
        }

        suspend fun failingAtOnce() {
            throw IOException("at once")
        }

        suspend fun failingLater() {
            yield()
            throw IOException("later")
        }

        suspend fun failingInChild() = coroutineScope<Unit> {
            launch(Dispatchers.Default) { throw IOException("in child") }
            awaitCancellation()
        }

        suspend fun cancellingItself() {
            yield()
            throw CancellationException("nobody asked")
        }

        suspend fun cleaningUp() {
            try {
                this.seen.add("waiting")
                awaitCancellation()
            } finally {
                withContext(NonCancellable) {
                    seen.add("cleaning")
                    gate.await()
                    seen.add("clean " + Ariadne.current().name())
                }
            }
        }

        suspend fun blocking() {
            yield()
            this.seen.add("blocking")
            this.latch.await()
        }

        suspend fun spinning() {
            this.seen.add("spinning")
            while (true) {
                yield()
            }
        }

        suspend fun interrupted() {
            Thread.currentThread().interrupt()
            awaitCancellation()
        }

        suspend fun nothing(): Nothing = awaitCancellation()

        suspend fun number(): Int = 1

        suspend fun returningFlow(): Flow<Int> {
            yield()
            return elements()
        }

        fun elements(): Flow<Int> = flow {
            emit(1)
            delay(1)
            seen.add("second " + Ariadne.current().name())
            emit(2)
        }

        fun elsewhere(): Flow<Int> = flow {
            see()
            emit(1)
        }.flowOn(Dispatchers.IO).onEach { see() }

        fun failing(): Flow<Int> = flow {
            emit(1)
            throw IOException("in flow")
        }

        fun endless(): Flow<Int> = flow {
            seen.add("collected")
            try {
                while (true) {
                    emit(1)
                }
            } finally {
                seen.add("cancelled")
            }
        }

        fun deferred(): Deferred<String> = this.gate

        fun announcedDeferred(): Deferred<String> {
            this.seen.add("deferred")
            return this.gate
        }

        fun job(): Job = this.gate
    }

    @ParameterizedTest
    @ValueSource(strings = ["none", "waiting", "deferred", "job"])
    fun whenFunctionSuspendsThenTheRunLastsUntilItReturns(function: String) {
        val handle = this.tasks.launch(this.bean, function)
        if (function == "waiting") {
            assertThat(TaskFixture.next(this.bean.seen)).isEqualTo("alice poll")
        }
        assertThat(handle.state()).isEqualTo(BackgroundTaskState.RUNNING)
        this.bean.gate.complete("done")
        this.tasks.awaitCompleted()
    }

    @Test
    fun whenCoroutineRunsThenItKnowsItsAccountOnEachThread() {
        this.tasks.launch(this.bean, "observing")
        this.tasks.awaitCompleted()
        assertThat(this.bean.seen).containsExactly(
            "alice on its own thread", "alice on its own thread",
            "alice elsewhere", "alice elsewhere", "alice on its own thread", "alice elsewhere",
        )
    }

    @ParameterizedTest
    @ValueSource(strings = ["failingAtOnce", "failingLater", "failingInChild", "failing"])
    fun whenCoroutineFailsThenTheRunFailsWithTheSameException(function: String) {
        this.tasks.launch(this.bean, function)
        assertThat(this.tasks.awaitFailure()).isExactlyInstanceOf(IOException::class.java).hasNoCause()
    }

    @Test
    fun whenCoroutineCancelsItselfThenTheRunFails() {
        this.tasks.launch(this.bean, "cancellingItself")
        assertThat(this.tasks.awaitFailure()).isInstanceOf(CancellationException::class.java)
            .hasMessage("nobody asked")
    }

    @Test
    fun whenAnotherInterruptsTheRunThenItFails() {
        this.tasks.launch(this.bean, "interrupted")
        assertThat(this.tasks.awaitFailure()).isInstanceOf(InterruptedException::class.java)
    }

    @Test
    fun whenJobIsCancelledByAnotherThenTheRunFails() {
        this.tasks.launch(this.bean, "deferred")
        this.bean.gate.cancel()
        assertThat(this.tasks.awaitFailure()).isInstanceOf(CancellationException::class.java)
    }

    @ParameterizedTest
    @ValueSource(strings = ["none", "blocking", "spinning", "nothing", "endless", "announcedDeferred"])
    fun whenTaskIsCancelledThenTheCoroutineIsCancelled(function: String) {
        val handle = this.tasks.launch(this.bean, function)
        if (function in setOf("blocking", "spinning", "endless", "announcedDeferred")) {
            assertThat(TaskFixture.next(this.bean.seen)).isNotEmpty()
        }
        handle.cancel()
        this.tasks.awaitCancelled()
        assertThat(this.bean.gate.isCancelled).isEqualTo(function == "announcedDeferred")
        if (function == "endless") {
            assertThat(this.bean.seen).containsExactly("cancelled")
        }
    }

    @Test
    fun whenCancelledCoroutineCleansUpThenTheRunLastsUntilThatIsDone() {
        val handle = this.tasks.launch(this.bean, "cleaningUp")
        assertThat(TaskFixture.next(this.bean.seen)).isEqualTo("waiting")
        handle.cancel()
        assertThat(TaskFixture.next(this.bean.seen)).isEqualTo("cleaning")
        assertThat(handle.state()).isEqualTo(BackgroundTaskState.STOPPING)
        this.bean.gate.complete("done")
        this.tasks.awaitCancelled()
        assertThat(this.bean.seen).containsExactly("clean alice")
    }

    @Test
    fun whenTaskMayFinishThenTheCoroutineIsCancelledOnlyAfterTheAwaitTimeout() {
        val handle = this.tasks.launch(this.bean, "cleaningUp", OnStop.AWAIT)
        assertThat(TaskFixture.next(this.bean.seen)).isEqualTo("waiting")
        handle.cancel()
        assertThat(this.bean.seen).isEmpty()
        this.tasks.fixture.scheduler.advance(TaskFixture.SETTINGS.awaitTimeout())
        assertThat(TaskFixture.next(this.bean.seen)).isEqualTo("cleaning")
        this.bean.gate.complete("done")
        this.tasks.awaitCancelled()
    }

    @ParameterizedTest
    @ValueSource(strings = ["elements", "returningFlow"])
    fun whenFlowIsReturnedThenItIsCollected(function: String) {
        this.tasks.launch(this.bean, function)
        this.tasks.awaitCompleted()
        assertThat(this.bean.seen).containsExactly("second alice")
    }

    @Test
    fun whenFlowEmitsElsewhereThenItKnowsItsAccountThere() {
        this.tasks.launch(this.bean, "elsewhere")
        this.tasks.awaitCompleted()
        assertThat(this.bean.seen).containsExactly("alice elsewhere", "alice on its own thread")
    }

    internal open class ProxiedBean {

        open val seen: BlockingQueue<String> = LinkedBlockingQueue()

        open suspend fun poll(ariadne: Ariadne) {
            delay(1)
            val own = Thread.currentThread().name.startsWith("ariadne-alice-")
            this.seen.add("${Ariadne.current().name()} $own")
            try {
                awaitCancellation()
            } finally {
                this.seen.add("cancelled ${ariadne.name()}")
            }
        }
    }

    @Test
    fun whenSuspendingFunctionIsProxiedThenItRunsAsAnyOther() {
        val bean = ProxiedBean()
        val factory = ProxyFactory(bean)
        factory.isProxyTargetClass = true
        factory.addAdvice(MethodInterceptor { it.proceed() })
        val handle = this.tasks.launch(bean, factory.proxy, "poll")
        assertThat(TaskFixture.next(bean.seen)).isEqualTo("alice true")
        handle.cancel()
        this.tasks.awaitCancelled()
        assertThat(bean.seen).containsExactly("cancelled alice")
    }

    @Test
    fun whenSuspendingFunctionReturnsAnythingElseThenItCannotBeATask() {
        val failure = catchThrowableOfType(InvalidBackgroundTaskException::class.java) {
            MethodTasks.method(this.bean, "number")
        }
        assertThat(failure.problem).contains("java.lang.Integer")
        assertThat(failure.method).isEqualTo("Functions.number()")
    }
}
