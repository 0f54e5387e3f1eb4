export { TopologyAHosts } from './TopologyAHosts';
