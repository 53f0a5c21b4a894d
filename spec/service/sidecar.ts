/** @module service.sidecar */
import type { Service, Stream } from "meshwright/lang";
import type {
  CancelAttachmentDistributionRequest,
  CancelAttachmentDistributionResponse,
  GetAttachmentDistributionRequest,
  GetAttachmentDistributionResponse,
  SendAttachmentsRequest,
  SendAttachmentsResponse,
  SubscribeAttachmentBundleRequest,
  SubscribeAttachmentBundleResponse,
} from "./attachments.js";
import type {
  GetCollectionConfigRequest,
  GetCollectionConfigResponse,
  ListCollectionConfigsRequest,
  ListCollectionConfigsResponse,
  SetCollectionConfigRequest,
  SetCollectionConfigResponse,
} from "./collections.js";
import type {
  DeleteDocumentRequest,
  DeleteDocumentResponse,
  DocumentChange,
  GetDocumentRequest,
  GetDocumentResponse,
  ListDocumentsRequest,
  ListDocumentsResponse,
  PutDocumentRequest,
  PutDocumentResponse,
  SubscribeRequest,
} from "./documents.js";
import type {
  GetCellsRequest,
  GetCellsResponse,
  GetCommandsRequest,
  GetCommandsResponse,
  GetNodesRequest,
  GetNodesResponse,
  GetTracksRequest,
  GetTracksResponse,
  PutCellRequest,
  PutCellResponse,
  PutCommandRequest,
  PutCommandResponse,
  PutNodeRequest,
  PutNodeResponse,
  PutTrackRequest,
  PutTrackResponse,
} from "./entities.js";
import type {
  ConnectPeerRequest,
  ConnectPeerResponse,
  DisconnectPeerRequest,
  DisconnectPeerResponse,
  GetStatusRequest,
  GetStatusResponse,
  ListPeersRequest,
  ListPeersResponse,
} from "./peers.js";
import type { GetSyncStatsRequest, GetSyncStatsResponse, StartSyncRequest, StartSyncResponse, StopSyncRequest, StopSyncResponse } from "./sync.js";

/**
 * What a node offers to programs beside it, under the name by which they know it: its state and peers, documents that are kept in step with other nodes, and files that
 * are handed on. Served by Connect, gRPC and gRPC-Web on one port; calls need no credentials.
 */
export interface PeatSidecar extends Service<"peat.sidecar.v1.PeatSidecar"> {
  getStatus(request: GetStatusRequest): GetStatusResponse;

  connectPeer(request: ConnectPeerRequest): ConnectPeerResponse;
  disconnectPeer(request: DisconnectPeerRequest): DisconnectPeerResponse;
  listPeers(request: ListPeersRequest): ListPeersResponse;

  putDocument(request: PutDocumentRequest): PutDocumentResponse;
  getDocument(request: GetDocumentRequest): GetDocumentResponse;
  deleteDocument(request: DeleteDocumentRequest): DeleteDocumentResponse;
  listDocuments(request: ListDocumentsRequest): ListDocumentsResponse;

  putNode(request: PutNodeRequest): PutNodeResponse;
  getNodes(request: GetNodesRequest): GetNodesResponse;
  putCell(request: PutCellRequest): PutCellResponse;
  getCells(request: GetCellsRequest): GetCellsResponse;
  putTrack(request: PutTrackRequest): PutTrackResponse;
  getTracks(request: GetTracksRequest): GetTracksResponse;
  putCommand(request: PutCommandRequest): PutCommandResponse;
  getCommands(request: GetCommandsRequest): GetCommandsResponse;

  /** Every change from now on, until the caller stops. */
  subscribe(request: SubscribeRequest): Stream<DocumentChange>;

  startSync(request: StartSyncRequest): StartSyncResponse;
  stopSync(request: StopSyncRequest): StopSyncResponse;
  getSyncStats(request: GetSyncStatsRequest): GetSyncStatsResponse;

  sendAttachments(request: SendAttachmentsRequest): SendAttachmentsResponse;
  getAttachmentDistribution(request: GetAttachmentDistributionRequest): GetAttachmentDistributionResponse;
  /** How the files of a bundle get on. */
  subscribeAttachmentBundle(request: SubscribeAttachmentBundleRequest): Stream<SubscribeAttachmentBundleResponse>;
  cancelAttachmentDistribution(request: CancelAttachmentDistributionRequest): CancelAttachmentDistributionResponse;

  setCollectionConfig(request: SetCollectionConfigRequest): SetCollectionConfigResponse;
  getCollectionConfig(request: GetCollectionConfigRequest): GetCollectionConfigResponse;
  listCollectionConfigs(request: ListCollectionConfigsRequest): ListCollectionConfigsResponse;
}
