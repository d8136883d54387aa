/** What operators do to a cluster: read a topic whole, submit set-aside records again, set a service back. Takes client properties, changes topics and offsets. */
@NullMarked
package org.tallywire.standalone.operate;

import org.jspecify.annotations.NullMarked;
