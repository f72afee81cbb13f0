// SwiftPM wants one compiled file in a C target; this one proves that the headers stand alone.
#include "CNVMeHost.h"
