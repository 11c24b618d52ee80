/** What becomes of alerts: their outcome, and how often the rule behind them was right. */
@NullMarked
package org.kamiau.platform.alerts;

import org.jspecify.annotations.NullMarked;
