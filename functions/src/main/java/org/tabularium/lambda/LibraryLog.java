package org.tabularium.lambda;

import java.io.Serial;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.Logger;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.BasicMDCAdapter;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/// What libraries log through SLF4J: warnings and errors of AWS's SDK are lines of the functions' log; all else goes nowhere,
/// since
/// a library that reads or draws may quote a value of a dataset. On the command line nothing is heard: what a user needs to know
/// is a finding.
public final class LibraryLog implements SLF4JServiceProvider {

    private static final String HEARD = "software.amazon.awssdk.";
    private static volatile @Nullable EventLog log;

    private final IMarkerFactory markers = new BasicMarkerFactory();
    private final MDCAdapter context = new BasicMDCAdapter();

    /// From now on warnings are heard.
    static void to(EventLog heard) {
        log = heard;
    }

    @Override
    public ILoggerFactory getLoggerFactory() {
        return Line::new;
    }

    @Override
    public IMarkerFactory getMarkerFactory() {
        return markers;
    }

    @Override
    public MDCAdapter getMDCAdapter() {
        return context;
    }

    @Override
    public String getRequestedApiVersion() {
        return "2.0.99";
    }

    @Override
    public void initialize() {
        // Nothing is read.
    }

    /// The logger of one class of a library.
    private static final class Line extends LegacyAbstractLogger {

        @Serial
        private static final long serialVersionUID = 1L;

        Line(String of) {
            this.name = of;
        }

        @Override
        public boolean isTraceEnabled() {
            return false;
        }

        @Override
        public boolean isDebugEnabled() {
            return false;
        }

        @Override
        public boolean isInfoEnabled() {
            return false;
        }

        @Override
        public boolean isWarnEnabled() {
            return log != null && name.startsWith(HEARD);
        }

        @Override
        public boolean isErrorEnabled() {
            return isWarnEnabled();
        }

        @Override
        protected String getFullyQualifiedCallerName() {
            return Logger.class.getName();
        }

        @Override
        protected void handleNormalizedLoggingCall(Level level, @Nullable Marker marker, String pattern,
                Object @Nullable [] arguments, @Nullable Throwable thrown) {
            EventLog heard = log;
            if (heard != null) {
                String message = String.valueOf(MessageFormatter.basicArrayFormat(pattern, arguments));
                Map<String, String> fields = Map.of("logger", name, "error",
                        thrown == null ? "" : thrown.getClass().getName());
                if (level == Level.ERROR) {
                    heard.error(message, fields);
                } else {
                    heard.warn(message, fields);
                }
            }
        }
    }
}
