// Velero's own command, with its metrics on the address that the flags name only:
// controller-runtime would open a second listener on :8080, and two Veleros of one host collide there.
package main

import (
	"os"
	"path/filepath"

	"github.com/vmware-tanzu/velero/pkg/cmd"
	"github.com/vmware-tanzu/velero/pkg/cmd/velero"
	metrics "sigs.k8s.io/controller-runtime/pkg/metrics/server"
)

func main() {
	metrics.DefaultBindAddress = "0"
	cmd.CheckError(velero.NewCommand(filepath.Base(os.Args[0])).Execute())
}
